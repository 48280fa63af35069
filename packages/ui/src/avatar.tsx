import { type Person, type PictureId, pictureUrl } from '@deskbell/protocol'
import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'

const grounds = 6

/** The address of the relay, which gives people's pictures; where nobody says it, none are shown. */
export const PicturesFrom = createContext<string | undefined>(undefined)

/** A face to draw. */
export type Face = Pick<Person, 'name' | 'picture'>

/** `small` 24 px, `medium` 36 px, `large` 48 px. */
export type AvatarSize = 'small' | 'medium' | 'large'

/**
 * A round face: a person's initials, always on the same ground for the same name, and their picture above them once it is there.
 * Their name stands beside it.
 */
export function Avatar({ of: { name, picture }, size = 'medium' }: { of: Face; size?: AvatarSize }) {
  const initials = initialsOf(name, size === 'small' ? 1 : 2)
  return (
    <span class={`avatar avatar--${size} avatar--${groundOf(name)}`} aria-hidden="true">
      {initials}
      {picture && <Picture key={picture} id={picture} />}
    </span>
  )
}

/** Asked for in vain: a page may forbid pictures from elsewhere, and is not to be told so by each face again. */
const unseen = new Set<PictureId>()

function Picture({ id }: { id: PictureId }) {
  const relay = useContext(PicturesFrom)
  const [isUnseen, setUnseen] = useState(unseen.has(id))
  if (relay === undefined || isUnseen) return null
  const giveUp = () => {
    unseen.add(id)
    setUnseen(true)
  }
  // Without cookies, and only once it is on screen: both are to be known before its address.
  return <img alt="" crossOrigin="anonymous" loading="lazy" onError={giveUp} src={pictureUrl(relay, id)} />
}

/** Faces that overlap, the first in front; three at most, because their names are said beside them. */
export function Faces({ of, size = 'medium', away }: { of: readonly Face[]; size?: AvatarSize; away?: boolean }) {
  if (of.length === 0) return null
  return (
    <span class={away ? 'faces faces--away' : 'faces'} aria-hidden="true">
      {of.slice(0, 3).map((face) => (
        <Avatar key={face.name} of={face} size={size} />
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
