import type { InboxTranslate } from '@deskbell/locales'
import type { Wording } from '../models/wording.ts'

/** Why something did not happen, said at once. The empty element is there from the start, or readers miss the first words. */
export function Trouble({ t, of }: { t: InboxTranslate; of: Wording | undefined }) {
  return (
    <p class="form-trouble" role="alert">
      {of && t(of.key, of.values)}
    </p>
  )
}
