import type { InboxTranslate } from '@deskbell/locales'
import { limits } from '@deskbell/protocol'
import { useId } from 'preact/hooks'

interface Props {
  t: InboxTranslate
  /** In px. */
  value: number
  onValue: (value: number) => void
}

/** How round the panel's corners are, on a slider; the preview shows it. */
export function CornersField({ t, value, onValue }: Props) {
  const id = useId()
  return (
    <div class="form-field">
      <label for={id}>{t('looks.corners')}</label>
      <span class="corners">
        <input
          id={id}
          type="range"
          min={0}
          max={limits.radius}
          step={1}
          value={value}
          aria-valuetext={t('looks.pixels', { count: value })}
          onInput={({ currentTarget }) => onValue(currentTarget.valueAsNumber)}
        />
        <output for={id} class="quiet">
          {t('looks.pixels', { count: value })}
        </output>
      </span>
    </div>
  )
}
