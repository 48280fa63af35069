const grounds = 6

/** `small` 24 px, `medium` 36 px, `large` 48 px. */
export type AvatarSize = 'small' | 'medium' | 'large'

/** A round face with a person's initials, always on the same ground for the same name. Their name stands beside it. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: AvatarSize }) {
  const initials = initialsOf(name, size === 'small' ? 1 : 2)
  return (
    <span class={`avatar avatar--${size} avatar--${groundOf(name)}`} aria-hidden="true">
      {initials}
    </span>
  )
}

/** Faces that overlap, the first in front; three at most, because their names are said beside them. */
export function Faces({
  names,
  size = 'medium',
  away,
}: {
  names: readonly string[]
  size?: AvatarSize
  away?: boolean
}) {
  if (names.length === 0) return null
  return (
    <span class={away ? 'faces faces--away' : 'faces'} aria-hidden="true">
      {names.slice(0, 3).map((name) => (
        <Avatar key={name} name={name} size={size} />
      ))}
    </span>
  )
}

/** First letters of the first and the last word: "Anna Lind" is AL, "Anna" is A, 陳 stays 陳. */
export function initialsOf(name: string, most: 1 | 2): string {
  const words = name.trim().split(/\s+/)
  const chosen = most === 2 && words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return chosen
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

function groundOf(name: string): number {
  let sum = 0
  for (const letter of name.trim()) sum = (sum * 41 + (letter.codePointAt(0) ?? 0)) % 65_521
  return (sum % grounds) + 1
}
