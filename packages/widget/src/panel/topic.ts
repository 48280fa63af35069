import type { Seat } from '../launcher/seat.ts'

/** The tags of this widget that stand on the page. One is right; an app may put another one in its place. */
export function tagsOf({ relay }: Seat): HTMLScriptElement[] {
  return [...document.scripts].filter(({ src }) => src.startsWith(`${relay}widget.js`))
}

/** What the page says now that its visitors ask about: `data-topic`, of the newest tag. */
export function topicOf(seat: Seat): string | undefined {
  return (tagsOf(seat).at(-1)?.dataset ?? seat.page).topic
}
