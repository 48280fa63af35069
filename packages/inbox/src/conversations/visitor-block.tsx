import type { OperatorConversation } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { Confirm } from '../components/confirm.tsx'
import { useInbox } from '../inbox-context.ts'
import { nearMoment } from '../words/duty.ts'

interface Props {
  head: OperatorConversation
  /** The visitor's, inside a sentence. */
  name: string
}

const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 }
type Span = keyof typeof hours

/** Against abuse: takes nothing from this visitor for a while, and takes that back. */
export function VisitorBlock({ head, name }: Props) {
  const { t, locale, desk } = useInbox()
  const isAsking = useSignal(false)
  const now = desk.clock.now.value
  const { blockedUntil = 0 } = head
  return (
    <section>
      <h3>{t('block.title')}</h3>
      {blockedUntil > now ? (
        <>
          <p>{t('block.until', { time: nearMoment(t, blockedUntil, { locale, now }) })}</p>
          <Button isDisabled={desk.filing.isBusy.value} onClick={() => void desk.filing.block(head, undefined)}>
            {t('block.undo')}
          </Button>
        </>
      ) : (
        <Button
          onClick={() => {
            isAsking.value = true
          }}
        >
          {t('block.ask')}
        </Button>
      )}
      {isAsking.value && (
        <HowLong
          head={head}
          name={name}
          onClose={() => {
            isAsking.value = false
          }}
        />
      )}
    </section>
  )
}

function HowLong({ head, name, onClose }: Props & { onClose: () => void }) {
  const { t, desk } = useInbox()
  const { filing, clock } = desk
  const chosen = useSignal<Span>('day')
  const block = () => {
    if (filing.isBusy.peek()) return
    onClose()
    void filing.block(head, clock.now.peek() + hours[chosen.peek()] * 3_600_000)
  }
  return (
    <Confirm
      t={t}
      head={t('block.head', { name })}
      action={t('block.action')}
      isBusy={filing.isBusy.value}
      onConfirm={block}
      onClose={onClose}
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
