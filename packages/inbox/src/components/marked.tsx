import { markMatches } from '@deskbell/faq'
import type { Locale } from '@deskbell/protocol'

/** A text with what matches the words searched for marked in it. */
export function Marked({ text, words, locale }: { text: string; words: string; locale: Locale }) {
  return (
    <>{markMatches(text, words, locale).map((piece) => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>
  )
}
