import { sentences } from '@deskbell/locales'
import { useInbox } from '../inbox-context.ts'

/** How a wording is learned, and what is not kept of whoever used it. */
export function HowLearned() {
  const { t } = useInbox()
  return <p class="form-hint">{sentences(t('wordings.how'), t('wordings.nobody'))}</p>
}
