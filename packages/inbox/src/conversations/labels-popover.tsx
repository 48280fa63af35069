import type { OperatorConversation } from '@deskbell/protocol'
import { checkIcon, Icon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { labelsFor } from '../models/labels-for.ts'
import { canClose, type Standing } from '../models/standing.ts'
import '../components/options.css'

interface Props {
  head: OperatorConversation
  standing: Standing
}

/** What it was about: each choice counts at once, and is taken back the same way. */
export function LabelsPopover({ head, standing }: Props) {
  const { t, desk } = useInbox()
  const { view, handling, filing, team } = desk
  const { labels = [] } = head
  const toggle = (label: string, isWanted: boolean) => {
    const others = labels.filter((other) => other !== label)
    void filing.setLabels(head, isWanted ? [...others, label] : others)
  }
  const close = () => {
    view.closeLayer()
    void handling.close(head)
  }
  return (
    <Layer kind="popover" label={t('labels.head')} onClose={view.closeLayer}>
      <h2>{t('labels.head')}</h2>
      <div class="options">
        {labelsFor(head, team.settings.value.labels).map((label) => (
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
      <div class="options-end">
        {canClose(standing) && (
          <Button kind="main" icon={checkIcon} onClick={close}>
            {t('labels.close')}
          </Button>
        )}
        <Button kind="plain" onClick={view.closeLayer}>
          {t('labels.done')}
        </Button>
      </div>
    </Layer>
  )
}
