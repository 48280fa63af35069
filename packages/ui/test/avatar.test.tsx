import { Avatar, Faces, initialsOf } from '@deskbell/ui'
import { render } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'

describe('a face', () => {
  it.each([
    ['Anna', 'A'],
    ['anna lind', 'AL'],
    ['Mara van der Berg', 'MB'],
    ['陳', '陳'],
    ['', ''],
  ])('shows of %j the letters %j', (name, letters) => {
    expect(initialsOf(name, 2)).toBe(letters)
  })

  it('stands on the same ground for the same name, and on others for others', () => {
    const ground = (name: string) => render(<Avatar name={name} />).container.firstElementChild?.className
    expect(ground('Anna')).toBe(ground(' Anna '))
    expect(new Set(['Anna', 'Boris', 'Mara'].map(ground)).size).toBe(3)
  })

  it('stands beside two others at most', () => {
    const { container } = render(<Faces names={['Anna', 'Boris', 'Mara', 'Chidi']} />)
    expect(container.textContent).toBe('ABM')
  })
})
