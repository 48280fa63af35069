import type { InboxTranslate } from '@deskbell/locales'
import type { Wording } from '../models/wording.ts'

interface Props {
  t: InboxTranslate
  /** The field's. */
  id: string
  fault: Wording | undefined
  /** Said as soon as it is there, also while the focus is elsewhere. */
  isSaid?: boolean
}

/** What is wrong with a field, below it. */
export function FieldFault({ t, id, fault, isSaid = false }: Props) {
  if (!fault) return null
  return (
    <span class="form-fault" id={`${id}-fault`} {...(isSaid && { role: 'alert' as const })}>
      {t(fault.key, fault.values)}
    </span>
  )
}
