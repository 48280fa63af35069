// Control characters, bidi overrides, what is drawn as nothing and halves of characters hide or reorder what a person reads
// (UAX #9, UTR #36, UAX #44: Default_Ignorable_Code_Point). Kept: tab and newline in texts, the joiners that Arabic script,
// Indic scripts and emoji need, and what chooses between forms of a letter, an emoji or a flag.
const kept = '\\t\\n\\u200c\\u200d\\u180b-\\u180d\\u180f\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}\\u{e0100}-\\u{e01ef}'
const hidden = new RegExp(
  `(?![${kept}])[\\p{Cc}\\p{Cs}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]`,
  'gu',
)

/** A text without characters that hide or reorder others; line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(hidden, '').trim()
}

/** A one-line text, cleaned, inner white space folded to single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ')
}

/** The same for all ways to write a name that look alike or differ in case: NFKC, folded, without what is drawn as nothing. */
export function nameKey(name: string): string {
  const seen = cleanLine(name).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return seen.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/g, ' ').trim()
}
