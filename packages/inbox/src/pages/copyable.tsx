import type { InboxTranslate } from '@deskbell/locales'
import { checkIcon, copyIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import './form.css'

interface Props {
  t: InboxTranslate
  text: string
  /** What the text is. */
  label: string
  /** The button's name: "Copy the link". */
  copyLabel: string
}

/** A line to take away: select it, or press the button. */
export function Copyable({ t, text, label, copyLabel }: Props) {
  const outcome = useSignal<'copied' | 'failed' | undefined>(undefined)
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      outcome.value = 'copied'
    } catch {
      // The browser forbids it (no permission, no secure context): the words below say what to do.
      outcome.value = 'failed'
    }
  }
  const isCopied = outcome.value === 'copied'
  return (
    <div class="copyable">
      <p class="copyable-line">
        <span class="visually-hidden">{label}</span>
        <code dir="ltr">{text}</code>
        <button class="button" type="button" {...(!isCopied && { 'aria-label': copyLabel })} onClick={copy}>
          <Icon of={isCopied ? checkIcon : copyIcon} small />
          {t(isCopied ? 'copy.copied' : 'copy.copy')}
        </button>
      </p>
      <p class="form-hint" role="status">
        {outcome.value === 'failed'
          ? t('copy.failed')
          : isCopied && <span class="visually-hidden">{t('copy.copied')}</span>}
      </p>
    </div>
  )
}
