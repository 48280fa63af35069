import { directionOf } from '@deskbell/locales'
import { element } from './element.ts'
import css from './launcher.css?inline'
import type { Seat } from './seat.ts'

export type Frame = Pick<Seat, 'root' | 'frame' | 'button'>

const mark =
  'M10 2h4a1.25 1.25 0 0 1 0 2.5h-.75v1.6a9 9 0 0 1 7.7 8.15.75.75 0 0 1-.75.75H3.8a.75.75 0 0 1-.75-.75 9 9 0 0 1 7.7-8.15V4.5H10A1.25 1.25 0 0 1 10 2ZM3.5 17h17a1.5 1.5 0 0 1 0 3h-8.2l-3.5 2.85a.5.5 0 0 1-.8-.4V20H3.5a1.5 1.5 0 0 1 0-3Z'

/**
 * Puts `<deskbell-widget>` with its button on the page. It stands beside the body, not in it, where no transform, filter
 * or replaced body can move it.
 */
export function createFrame(locale: string, label: string, look: { accent: string; position: string }): Frame {
  const host = element('deskbell-widget', {})
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  const accent = CSS.supports('color', look.accent) ? `:host{--deskbell-accent:${look.accent}}` : ''
  sheet.replaceSync(accent + css)
  root.adoptedStyleSheets = [sheet]
  const drawing = element('svg:svg', { class: 'mark', viewBox: '0 0 24 24' }, element('svg:path', { d: mark }))
  const named = { class: 'launcher', type: 'button', 'aria-label': label, 'aria-expanded': 'false' }
  const button = element('button', named, drawing) as HTMLButtonElement
  const placed = { class: `deskbell deskbell--${look.position}`, lang: locale, dir: directionOf(locale) }
  const frame = element('div', placed, button)
  root.append(frame)
  document.documentElement.append(host)
  return { root, frame, button }
}
