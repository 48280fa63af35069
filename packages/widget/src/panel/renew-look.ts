// Where the owner has changed the looks since the page was loaded: a download of its own.
import type { DeskStatus } from '@deskbell/protocol'
import { classesOf, putLook } from '../launcher/look.ts'
import type { Seat } from '../launcher/seat.ts'
import { followSystem } from './follow-system.ts'

/** Gives the widget another look; what the page's tag says stays. */
export function renewLook({ root, frame, settings, page }: Seat, { look }: DeskStatus): void {
  const [rule] = root.adoptedStyleSheets[0]?.cssRules ?? []
  settings.look = look
  frame.className = classesOf(look, page)
  if (!(rule instanceof CSSStyleRule)) return
  for (const name of [...rule.style]) if (name.startsWith('--')) rule.style.removeProperty(name)
  putLook(rule, look)
  putLook(rule, page)
  followSystem(root)
}
