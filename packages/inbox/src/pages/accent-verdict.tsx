import type { InboxTranslate } from '@deskbell/locales'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { contrastOf, isAlike } from '../models/contrast.ts'
import { hexOf } from './hex-of.ts'

interface Props {
  t: InboxTranslate
  theme: 'light' | 'dark'
  /** `#rrggbb`, as given. */
  accent: string
}

interface Measured {
  drawn: string
  onAccent: number
  asLink: number
}

/** What becomes of the site's colour in a theme: a sample, its contrasts, and whether it is drawn as it was given. */
export function AccentVerdict({ t, theme, accent }: Props) {
  const sample = useRef<HTMLSpanElement>(null)
  const measured = useSignal<Measured | undefined>(undefined)
  useEffect(() => {
    measured.value = sample.current ? measure(sample.current) : undefined
  }, [accent, theme, measured])
  const { value: found } = measured
  const isCorrected = found !== undefined && !isAlike(found.drawn, accent)
  return (
    <li>
      <span
        ref={sample}
        class="accent-sample"
        data-theme={theme}
        style={{ '--deskbell-accent': accent }}
        aria-hidden="true"
      >
        Aa
      </span>
      <span>
        <b>{t(theme === 'light' ? 'looks.inLight' : 'looks.inDark')}</b>
        {found && (
          <small>
            {t('looks.contrasts', { on: ratio(found.onAccent), link: ratio(found.asLink) })}{' '}
            <span class={isCorrected ? 'accent-corrected' : 'accent-kept'}>
              {isCorrected ? t('looks.corrected', { colour: found.drawn }) : t('settings.readable')}
            </span>
          </small>
        )}
      </span>
    </li>
  )
}

function ratio(contrast: number): string {
  return `${contrast.toLocaleString(document.documentElement.lang || 'en', { maximumFractionDigits: 1 })} : 1`
}

/**
 * Reads the colours that the tokens make of the accent, as the browser draws them: the ground, the text on it, a link
 * (the border's colour) and what links stand on (the outline's).
 */
function measure(sample: HTMLElement): Measured | undefined {
  const style = getComputedStyle(sample)
  const drawn = hexOf(style.backgroundColor)
  const onAccent = hexOf(style.color)
  const link = hexOf(style.borderTopColor)
  const surface = hexOf(style.outlineColor)
  if (!drawn || !onAccent || !link || !surface) return undefined
  return { drawn, onAccent: contrastOf(drawn, onAccent), asLink: contrastOf(link, surface) }
}
