// Control characters, zero-width characters and bidi overrides hide or reorder what a person reads (UAX #9, UTR #36).
// Kept: tab and newline in texts, the zero-width joiners that Arabic script and emoji need.
const hidden = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff]/gu

/** A text without characters that hide or reorder others; line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(hidden, '').trim()
}

/** A one-line text, cleaned, inner white space folded to single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ')
}
