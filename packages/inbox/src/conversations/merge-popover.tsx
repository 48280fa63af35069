import type { OperatorConversation } from '@deskbell/protocol'
import { Icon, noteIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { questionsFor } from '../models/merging.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { shortMoment } from '../words/times.ts'
import '../components/options.css'
import './transfer-popover.css'

/** Which other question of the same visitor goes on here, and what becomes of it. */
export function MergePopover({ head }: { head: OperatorConversation }) {
  const { t, locale, desk } = useInbox()
  const { view, merging, clock, lists, team } = desk
  const chosen = useSignal<string | undefined>(undefined)
  const questions = questionsFor(head, lists.heads.value, team.self.value.id)
  const question = questions.find(({ id }) => id === chosen.value) ?? questions[0]
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!question || merging.isBusy.value) return
    if (await merging.merge(head, question)) view.closeLayer()
  }
  return (
    <Layer kind="popover" label={t('merge.head')} onClose={view.closeLayer}>
      <form class="transfer" onSubmit={submit}>
        <h2>{t('merge.head')}</h2>
        <div class="options" role="radiogroup" aria-label={t('merge.head')}>
          {questions.map(({ id, reference, preview, askedAt }) => (
            <label key={id} class="option">
              <input
                type="radio"
                name="question"
                checked={id === question?.id}
                onChange={() => {
                  chosen.value = id
                }}
              />
              <Icon of={noteIcon} />
              <span class="option-words">
                {reference}
                <small>
                  <bdi>{preview?.text}</bdi>
                </small>
              </span>
              <span class="option-end">{shortMoment(askedAt, clock.now.value, locale)}</span>
            </label>
          ))}
        </div>
        <div class="transfer-end">
          <p>{sentence(t('merge.text', { name: visitorInText(t, head) }))}</p>
          <div class="options-end">
            <Button type="submit" kind="main" isDisabled={!question || merging.isBusy.value}>
              {t('merge.submit', { reference: question?.reference ?? '' })}
            </Button>
            <Button kind="plain" onClick={view.closeLayer}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      </form>
    </Layer>
  )
}
