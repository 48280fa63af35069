const BEGUN = 0.9
const FORM = 0.85
const SLIP = 0.85
const PART = 0.7
/** Another form, with a slip of the finger in what two forms begin with. */
const SLIPPED_FORM = 0.7
const SLIPPED_STEM = 5
const SLIPPED_SHARE = 0.7
/** Shorter words are other words when a letter differs. */
const SHORTEST = 4
/** Two forms of a word begin with so many letters alike, and with so much of the longer. */
const STEM = 4
const STEM_SHARE = 0.6
/** From so many letters on, a second slip of the finger is forgiven. */
const TWO_SLIPS_FROM = 6

/**
 * How surely a folded word of a query and one of a text are the same, 0 to 1; 0 where no rule tells: begun to be typed,
 * another form, a slip of the finger, part of a compound. `isOpen`: `asked` is still being typed.
 */
export function likenessOf(asked: string, word: string, isOpen: boolean): number {
  if (asked === word) return 1
  if (isOpen && word.startsWith(asked)) return BEGUN
  const shorter = Math.min(asked.length, word.length)
  if (shorter < SHORTEST) return 0
  const shared = sharedBeginning(asked, word)
  if (shared >= STEM && shared >= STEM_SHARE * Math.max(asked.length, word.length)) return FORM
  if (isWithinSlips(asked, word, shorter < TWO_SLIPS_FROM ? 1 : 2)) return SLIP
  if (isOpen && shorter > SHORTEST && isWithinSlips(asked, word.slice(0, asked.length), 1)) return SLIP
  const stem = Math.max(SLIPPED_STEM, Math.ceil(SLIPPED_SHARE * Math.max(asked.length, word.length)))
  if (stem <= shorter && isWithinSlips(asked.slice(0, stem), word.slice(0, stem), 1)) return SLIPPED_FORM
  return shorter > SHORTEST && (word.includes(asked) || asked.includes(word)) ? PART : 0
}

function sharedBeginning(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/**
 * Whether the optimal string alignment distance (Damerau 1964: a letter put in, left out, changed, or two neighbours
 * swapped) is `most` at most.
 */
function isWithinSlips(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let at = 1; at <= other.length; at++) {
      const changed = (last[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1)
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      const swapped = isSwapped ? (before[at - 2] ?? 0) + 1 : changed
      next.push(Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, changed, swapped))
    }
    if (Math.min(...next) > most) return false
    before = last
    last = next
  }
  return (last[other.length] ?? 0) <= most
}
