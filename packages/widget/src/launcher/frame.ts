import type { LauncherWords } from '@deskbell/locales/launcher'
import type { Look } from '@deskbell/protocol'
import { element } from './element.ts'
import css from './launcher.css?inline'
import { classesOf, type GivenLook, putLook } from './look.ts'
import type { Seat } from './seat.ts'

export type Frame = Pick<Seat, 'root' | 'frame' | 'button'>

/**
 * Puts `<deskbell-widget>` with its button on the page. It stands beside the body, not in it, where no transform, filter
 * or replaced body can move it.
 */
export function createFrame(locale: string, { label, dir }: LauncherWords, look: Look, page: GivenLook = {}): Frame {
  const host = element('deskbell-widget', {})
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const rule = sheet.cssRules[0] as CSSStyleRule
  putLook(rule, look)
  putLook(rule, page)
  root.adoptedStyleSheets = [sheet]
  const named = { class: 'launcher', 'aria-label': page.label || label, 'aria-expanded': 'false' }
  const button = element('button', named) as HTMLButtonElement
  const frame = element('div', { class: classesOf(look, page), lang: locale, dir: dir ?? 'ltr' }, button)
  root.append(frame)
  document.documentElement.append(host)
  return { root, frame, button }
}
