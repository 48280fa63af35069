import type { InboxTranslate } from '@deskbell/locales'
import type { ComponentChildren } from 'preact'
import type { Wording } from '../models/wording.ts'

interface Props {
  t: InboxTranslate
  of: Wording | undefined
  /** In place of that. */
  children?: ComponentChildren
}

/** Why something did not happen, said at once. The empty element is there from the start, or readers miss the first words. */
export function Trouble({ t, of, children }: Props) {
  return (
    <p class="form-trouble" role="alert">
      {children ?? (of && t(of.key, of.values))}
    </p>
  )
}
