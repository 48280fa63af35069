import type { CannedReply, Locale } from '@deskbell/protocol'

/** A part of a text that is to be filled in: `{order number}`. Places in UTF-16 units. */
export interface Hole {
  what: string
  start: number
  end: number
}

/** The first of them that is left. */
export function holeIn(text: string): Hole | undefined {
  const match = /\{([^{}\n]{1,40})\}/.exec(text)
  return match?.[1] === undefined
    ? undefined
    : { what: match[1].trim(), start: match.index, end: match.index + match[0].length }
}

/** Points a hole out once: sent again as it stands, the text is meant so. */
export function createHoleGuard() {
  let isSeen = false
  return {
    ask(text: string): Hole | undefined {
      const hole = isSeen ? undefined : holeIn(text)
      isSeen = hole !== undefined
      return hole
    },
    forget() {
      isSeen = false
    },
  }
}

/** The text with the visitor's name where it asks for one and it is known. */
export function withName(text: string, name: string | undefined): string {
  return name === undefined ? text : text.replace(/\{\s*name\s*\}/gi, () => name)
}

/** The text in the visitor's language, else in one of its kind, else in English, else in the first it has. */
export function textFor({ texts }: CannedReply, locale: Locale): { text: string; locale: Locale } {
  const there = Object.keys(texts)
  const language = locale.split('-', 1)[0]
  const chosen =
    there.find((tag) => tag === locale) ??
    there.find((tag) => tag.split('-', 1)[0] === language) ??
    there.find((tag) => tag === 'en') ??
    there[0] ??
    locale
  return { text: texts[chosen] ?? '', locale: chosen }
}
