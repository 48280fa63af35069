import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { contrastOf, isColour } from '../models/contrast.ts'
import { hexOf } from './hex-of.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Props = Pick<TextFieldProps, 't' | 'value' | 'onValue' | 'fault'>

interface Measured {
  onAccent: number
  asLink: number
  isAdjusted: boolean
}

/** The site's colour, with what it comes to on screen: the contrast is measured on the colours that are really drawn. */
export function AccentField({ t, value, onValue, fault }: Props) {
  const probe = useRef<HTMLSpanElement>(null)
  const measured = useSignal<Measured | undefined>(undefined)
  const isWhole = isColour(value)
  useEffect(() => {
    measured.value = isWhole && probe.current ? measure(probe.current, value) : undefined
  }, [value, isWhole, measured])
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
      {measured.value && (
        <dl class="accent-verdict">
          <dt>{t('settings.onAccent')}</dt>
          <dd>{ratio(measured.value.onAccent)}</dd>
          <dd>{t(measured.value.isAdjusted ? 'settings.adjusted' : 'settings.readable')}</dd>
          <dt>{t('settings.asLink')}</dt>
          <dd>{ratio(measured.value.asLink)}</dd>
          <dd>{t('settings.readable')}</dd>
        </dl>
      )}
      <span
        ref={probe}
        class="accent-probe"
        data-theme="light"
        aria-hidden="true"
        {...(isWhole && { style: { '--deskbell-accent': value } })}
      />
    </div>
  )
}

function ratio(contrast: number): string {
  return `${contrast.toLocaleString(undefined, { maximumFractionDigits: 1 })} : 1`
}

/** Reads the colours that the tokens make of the accent: background, text on it (its colour) and link (its outline). */
function measure(probe: HTMLElement, given: string): Measured | undefined {
  const style = getComputedStyle(probe)
  const accent = hexOf(style.backgroundColor)
  const onAccent = hexOf(style.color)
  const link = hexOf(style.borderTopColor)
  if (!accent || !onAccent || !link) return undefined
  const isAdjusted = contrastOf(accent, given) > 1.05
  return { onAccent: contrastOf(accent, onAccent), asLink: contrastOf(link, '#ffffff'), isAdjusted }
}
