// Where the owner has changed the looks since the page was loaded: a download of its own.
import type { DeskStatus } from '@deskbell/protocol'
import { classesOf, putLook } from '../launcher/look.ts'
import type { Seat } from '../launcher/seat.ts'
import { followSystem } from './follow-system.ts'

/** Gives the widget another look; what the page's tag says stays. */
export function renewLook({ root, frame, settings, page }: Seat, { look }: DeskStatus): void {
  const [rule] = root.adoptedStyleSheets[0]?.cssRules ?? []
  const whole = { ...look, ...page }
  settings.look = look
  frame.className = classesOf(whole)
  if (!(rule instanceof CSSStyleRule)) return
  rule.style.cssText = ''
  putLook(rule, whole)
  followSystem(root)
}
