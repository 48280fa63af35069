import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Driver } from './driver.ts'

const pictures = join(import.meta.dirname, '../../../node_modules/.cache/smoke')

/** What does not happen within this time (ms) does not happen. */
const patience = 20_000

export const keys = { enter: '\uE007', escape: '\uE00C' } as const

/** Somebody before a browser: looks for things by selector and name, on the page and in the widget, and has mouse and keyboard. */
export function personAt(driver: Driver) {
  const see = (selector: string, name = /./) =>
    vi.waitFor(async () => {
      const place = await driver.evaluate<Place | null>(find(selector, name))
      if (!place) throw new Error(`There is no ${selector} ${name}`)
      return place
    }, patience)
  const type = (text: string) => driver.act([{ type: 'key', id: 'keyboard', actions: [...text].flatMap(strike) }])
  return {
    ...driver,
    see,
    type,
    async press(selector: string, name?: RegExp) {
      const { x, y } = await see(selector, name)
      const click = [
        { type: 'pointerMove', x, y },
        ...['pointerDown', 'pointerUp'].map((of) => ({ type: of, button: 0 })),
      ]
      await driver.act([{ type: 'pointer', id: 'mouse', actions: click }])
    },
    /** Keeps a picture below `node_modules/.cache/smoke`. */
    async show(name: string) {
      mkdirSync(pictures, { recursive: true })
      // WebKit's first may be of what was on screen before.
      await driver.picture()
      writeFileSync(join(pictures, `${name}.png`), await driver.picture(), 'base64')
    },
  }
}

interface Place {
  readonly x: number
  readonly y: number
}

const strike = (value: string) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))

/** The middle of the first that is seen, once it stands still. */
const find = (selector: string, name: RegExp) => `(() => {
  const widgets = [...document.querySelectorAll('deskbell-widget, deskbell-faq')].map((element) => element.shadowRoot)
  const nameOf = (element) => element.ariaLabel ?? (element.labels?.[0] ?? element).textContent
  const isMeant = (element) => element.checkVisibility({ visibilityProperty: true }) && ${name}.test(nameOf(element))
  const found = [document, ...widgets].flatMap((root) => [...root.querySelectorAll(${JSON.stringify(selector)})]).find(isMeant)
  const moves = ({ playState, effect }) => playState === 'running' && effect.target.contains(found)
  if (!found || found.getRootNode().getAnimations().some(moves)) return null
  found.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = found.getBoundingClientRect()
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
})()`
