import type { OperatorConversation } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Confirm } from '../components/confirm.tsx'
import { useInbox } from '../inbox-context.ts'
import { visitorInText } from '../words/names.ts'

const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 }
type Span = keyof typeof hours

/** Asks for how long nothing is taken from a visitor. */
export function BlockQuestion({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { filing, clock, view } = desk
  const name = visitorInText(t, head)
  const chosen = useSignal<Span>('day')
  const block = () => {
    if (filing.isBusy.peek()) return
    view.closeLayer()
    void filing.block(head, clock.now.peek() + hours[chosen.peek()] * 3_600_000)
  }
  return (
    <Confirm
      t={t}
      head={t('block.head', { name })}
      action={t('block.action')}
      isBusy={filing.isBusy.value}
      onConfirm={block}
      onClose={view.closeLayer}
    >
      <p>{t('block.text')}</p>
      <p class="block-span">
        <label for="block-span">{t('block.span')}</label>
        <select
          id="block-span"
          class="form-input form-select"
          value={chosen.value}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value as Span
          }}
        >
          {(Object.keys(hours) as Span[]).map((span) => (
            <option key={span} value={span}>
              {t(`block.${span}`)}
            </option>
          ))}
        </select>
      </p>
    </Confirm>
  )
}
