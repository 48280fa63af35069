import { limits } from '@deskbell/protocol'
import type { ChatProps } from '../chat/model.ts'
import { useRating } from './rate.ts'

const titleId = 'deskbell-rating'
const fieldId = 'deskbell-comment'

/** Whether it is solved, in one tap, and then what there is to add. Both can be left out and changed. */
export function Rating({ context, chat, name }: ChatProps & { name: string }) {
  const { t } = context
  const { solved, comment, news, choose, sendComment } = useRating({ context, chat })
  const choices = [
    { value: 'no', words: t('entry.no') },
    { value: 'in-part', words: t('ended.inPart') },
    { value: 'yes', words: t('entry.yes') },
  ] as const
  const send = (event: Event) => {
    event.preventDefault()
    sendComment()
  }
  return (
    <section class="ended">
      <h3 id={titleId}>{t('ended.solved', { name })}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid in every browser */}
      <div class="rating" role="group" aria-labelledby={titleId}>
        {choices.map(({ value, words }) => (
          <button
            key={value}
            class="button"
            type="button"
            aria-pressed={solved === value}
            onClick={() => choose(value)}
          >
            {words}
          </button>
        ))}
      </div>
      {solved && (
        <form class="question-form" onSubmit={send}>
          <div>
            <label class="label" for={fieldId}>
              {t('ended.comment')}
              <small>{t('ask.optional')}</small>
            </label>
            <textarea
              class="field"
              id={fieldId}
              dir="auto"
              rows={2}
              maxLength={limits.commentLength}
              value={comment.value}
              onInput={({ currentTarget }) => {
                comment.value = currentTarget.value
              }}
            />
          </div>
          <button class="button button--wide" type="submit">
            {t('ask.send', { names: name })}
          </button>
        </form>
      )}
      <p class={news.value?.isWrong ? 'error' : 'hint'} role="status">
        {news.value?.words}
      </p>
    </section>
  )
}
