import { signal } from '@preact/signals'
import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { memoised } from '../src/components/memoised.ts'
import { useFollowed } from '../src/components/use-followed.ts'

afterEach(cleanup)

it('draws a view anew where one of its properties is another', async () => {
  const drawn: string[] = []
  const Row = memoised(({ name, isOpen = false }: { name: string; isOpen?: boolean }) => {
    drawn.push(isOpen ? `${name}, open` : name)
    return <p>{name}</p>
  })
  const { rerender } = render(<Row name="Ellen" />)
  rerender(<Row name="Ellen" />)
  expect(drawn).toEqual(['Ellen'])
  rerender(<Row name="Ellen" isOpen />)
  rerender(<Row name="Ellen" />)
  rerender(<Row name="Ben" />)
  expect(drawn).toEqual(['Ellen', 'Ellen, open', 'Ellen', 'Ben'])
})

it('follows what signals come to, not each of them', async () => {
  const seconds = signal(61)
  let drawn = 0
  function Wait() {
    drawn += 1
    const minutes = useFollowed(() => Math.floor(seconds.value / 60), [])
    return <p>{minutes} min</p>
  }
  render(<Wait />)
  await act(() => {
    seconds.value = 62
  })
  expect(drawn).toBe(1)
  await act(() => {
    seconds.value = 120
  })
  expect(drawn).toBe(2)
  expect(screen.getByText('2 min')).toBeDefined()
})
