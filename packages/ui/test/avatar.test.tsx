import { Avatar, type Face, Faces, initialsOf, PicturesFrom } from '@deskbell/ui'
import { fireEvent, render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
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
    const ground = (name: string) => render(<Avatar of={{ name }} />).container.firstElementChild?.className
    expect(ground('Anna')).toBe(ground(' Anna '))
    expect(new Set(['Anna', 'Boris', 'Mara'].map(ground)).size).toBe(3)
  })

  it('stands beside two others at most', () => {
    const { container } = render(<Faces of={['Anna', 'Boris', 'Mara', 'Chidi'].map((name) => ({ name }))} />)
    expect(container.textContent).toBe('ABM')
  })
})

describe('a picture', () => {
  const draw = (face: Face) => render(<Avatar of={face} />, { wrapper: Somewhere }).container

  it('stands above the initials, asked for without cookies, once it is on screen', () => {
    const drawn = draw({ name: 'Anna Lind', picture: '1f' })
    const picture = drawn.querySelector('img')
    expect(drawn.textContent).toBe('AL')
    expect(picture?.src).toBe('https://help.shop.example/desk/pictures/1f')
    expect(picture?.getAttribute('loading')).toBe('lazy')
    expect(picture?.getAttribute('crossorigin')).toBe('anonymous')
    expect(picture?.getAttribute('alt')).toBe('')
  })

  it('that cannot be had leaves the initials, and is not asked for again', () => {
    const face = { name: 'Anna', picture: '2f' }
    const drawn = draw(face)
    fireEvent.error(drawn.querySelector('img') as Element)
    expect(drawn.querySelector('img')).toBeNull()
    expect(drawn.textContent).toBe('A')
    expect(draw(face).querySelector('img')).toBeNull()
    expect(draw({ ...face, picture: '3f' }).querySelector('img')).not.toBeNull()
  })

  it('has another one after it', () => {
    const both = (picture: string) => <Avatar of={{ name: 'Anna', picture }} />
    const { container, rerender } = render(both('4f'), { wrapper: Somewhere })
    fireEvent.error(container.querySelector('img') as Element)
    rerender(both('5f'))
    expect(container.querySelector('img')?.src).toBe('https://help.shop.example/desk/pictures/5f')
  })

  it('is none where nobody says from where', () => {
    expect(render(<Avatar of={{ name: 'Anna', picture: '6f' }} />).container.querySelector('img')).toBeNull()
  })
})

function Somewhere({ children }: { children: ComponentChildren }) {
  return <PicturesFrom.Provider value="https://help.shop.example/desk/">{children}</PicturesFrom.Provider>
}
