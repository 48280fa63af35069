import { type OperatorConversation, workLimits } from '@deskbell/protocol'
import { checkIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { labelsFor } from '../models/labels-for.ts'
import { canClose, type Standing } from '../models/standing.ts'
import '../components/options.css'

interface Props {
  head: OperatorConversation
  standing: Standing
}

/** What it was about: each choice counts at once, and is taken back the same way. And why it is closed, where it can be. */
export function LabelsPopover({ head, standing }: Props) {
  const { t, desk } = useInbox()
  const { view, filing, team } = desk
  const { labels = [] } = head
  const toggle = (label: string, isWanted: boolean) => {
    const others = labels.filter((other) => other !== label)
    void filing.setLabels(head, isWanted ? [...others, label] : others)
  }
  const all = labelsFor(head, team.settings.value.labels)
  // Its visitor may end it meanwhile; then there is nothing left to ask.
  const isEmpty = all.length === 0 && !canClose(standing)
  useLayoutEffect(() => {
    if (isEmpty) view.closeLayer()
  }, [isEmpty, view])
  const title = t(all.length > 0 ? 'labels.head' : 'labels.closeFor')
  return (
    <Layer kind="popover" label={title} onClose={view.closeLayer}>
      <h2>{title}</h2>
      <div class="options">
        {all.map((label) => (
          <label key={label} class="option">
            <input
              type="checkbox"
              checked={labels.includes(label)}
              onChange={({ currentTarget }) => toggle(label, currentTarget.checked)}
            />
            <bdi>{label}</bdi>
            {labels.includes(label) && (
              <span class="option-end">
                <Icon of={checkIcon} small />
              </span>
            )}
          </label>
        ))}
      </div>
      {canClose(standing) ? (
        <Closing head={head} />
      ) : (
        <div class="options-end">
          <Button kind="plain" onClick={view.closeLayer}>
            {t('labels.done')}
          </Button>
        </div>
      )}
    </Layer>
  )
}

function Closing({ head }: Pick<Props, 'head'>) {
  const { t, desk } = useInbox()
  const { view, handling } = desk
  const reason = useSignal('')
  const close = async (event: Event) => {
    event.preventDefault()
    if (await handling.close(head, reason.peek())) view.closeLayer()
  }
  return (
    <form class="options-form" onSubmit={close}>
      <Field id="close-reason" label={t('labels.reason')}>
        <input
          id="close-reason"
          class="form-input"
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={workLimits.reasonLength}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value
          }}
        />
      </Field>
      <div class="options-end">
        <Button type="submit" kind="main" icon={checkIcon}>
          {t('labels.close')}
        </Button>
        <Button kind="plain" onClick={view.closeLayer}>
          {t('labels.done')}
        </Button>
      </div>
    </form>
  )
}
