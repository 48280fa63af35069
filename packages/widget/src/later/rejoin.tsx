import { refusalWords } from '@deskbell/locales'
import { useSignal } from '@preact/signals'
import type { ChatProps } from '../chat/model.ts'

/** Who lost the place in line by being away gets it back with one tap, by the time they first asked; while somebody is there. */
export function Rejoin({ context, chat }: ChatProps) {
  const { t } = context
  const { head, link } = chat.conversation
  const problem = useSignal<string | undefined>(undefined)
  if (!head.value?.isPlaceLost) return null
  const rejoin = async () => {
    const answer = await link.request('queue:rejoin', {})
    // What becomes of it comes as news, to every tab.
    problem.value = answer.ok ? undefined : refusalWords(t, answer.refusal)
  }
  return (
    <div class="rejoin">
      <p>{t('question.placeLost')}</p>
      {chat.present.value?.length !== 0 && (
        <button class="button button--primary" type="button" onClick={rejoin}>
          {t('question.rejoin')}
        </button>
      )}
      {problem.value && (
        <p class="error" role="alert">
          {problem.value}
        </p>
      )}
    </div>
  )
}
