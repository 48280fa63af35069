import type { Attached, StoredFile } from '@deskbell/protocol'
import { useState } from 'preact/hooks'
import { fileIcon } from './fact-icons.ts'
import { Icon } from './icon.tsx'

export interface AttachedFileProps {
  file: Attached
  /** Where it is fetched, and its small picture. */
  url: string
  thumbnail: string
  locale: string
  words: {
    /** Names the link to a picture. */
    open(name: string): string
    deleted: string
  }
}

/** The longest edge of a picture in a message, in px. */
const edge = 240

/** A file of a message: a picture small, others by name, kind and size. It opens apart. Its style sheet is `@deskbell/ui/file.css`. */
export function AttachedFile({ file, ...rest }: AttachedFileProps) {
  if ('isDeleted' in file) return <p class="file-deleted">{rest.words.deleted}</p>
  return <ShownFile file={file} {...rest} />
}

function ShownFile({ file, url, thumbnail, locale, words }: AttachedFileProps & { file: StoredFile }) {
  const { name, size, bytes } = file
  // A page may forbid pictures from elsewhere; it may also be gone.
  const [isUnseen, setUnseen] = useState(false)
  const isPicture = size && !isUnseen
  return (
    <a
      class={isPicture ? 'file file--picture' : 'file'}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={isPicture ? words.open(name) : undefined}
    >
      {isPicture ? (
        <img src={thumbnail} alt={name} {...fitted(size)} loading="lazy" onError={() => setUnseen(true)} />
      ) : (
        <FileFacts name={name} about={sizeWords(locale, bytes)} />
      )}
    </a>
  )
}

/** What stands for a file that is no picture. `about`: below its name, after its kind. */
export function FileFacts({ name, about }: { name: string; about: string }) {
  const kind = name.split('.').at(-1)?.toUpperCase()
  return (
    <>
      <Icon of={fileIcon} />
      <span>
        <bdi class="file-name">{name}</bdi>
        <small>
          <bdi>{kind}</bdi> · {about}
        </small>
      </span>
    </>
  )
}

/** The size it is shown at, known before it is there, so that nothing jumps. Never larger than it is. */
export function fitted({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** As the locale writes it: "1.2 MB", "34 kB". */
export function sizeWords(locale: string, bytes: number): string {
  const [unit, amount] = bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000]
  const digits = unit === 'megabyte' ? 1 : 0
  const style = { style: 'unit', unit, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(locale, style).format(Math.max(amount, 1))
}
