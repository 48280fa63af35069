import type { Settings } from '@deskbell/protocol'
import { isColour } from '../models/contrast.ts'
import { AccentVerdict } from './accent-verdict.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Props = Pick<TextFieldProps, 't' | 'value' | 'onValue' | 'fault'> & Pick<Settings, 'theme'>

/** The site's colour, with what it comes to on screen, in light and dark as far as visitors see both. */
export function AccentField({ t, value, theme, onValue, fault }: Props) {
  const isWhole = isColour(value)
  const themes = theme === 'auto' ? (['light', 'dark'] as const) : [theme]
  return (
    <div class="accent">
      <span class="accent-line">
        <TextField t={t} label={t('settings.accent')} value={value} {...{ onValue, fault }} />
        <input
          class="accent-pick"
          type="color"
          aria-label={t('settings.accentPick')}
          value={isWhole ? value : '#000000'}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </span>
      {isWhole && (
        <ul class="accent-verdicts">
          {themes.map((each) => (
            <AccentVerdict key={each} t={t} theme={each} accent={value} />
          ))}
        </ul>
      )}
    </div>
  )
}
