import type { InboxTranslate } from '@deskbell/locales'
import { checkIcon, Icon } from '@deskbell/ui'

interface Props {
  t: InboxTranslate
  names: readonly string[]
  /** From 0; `names.length` when all are done. */
  at: number
}

/** Where one is in a set-up of a few steps. */
export function Steps({ t, names, at }: Props) {
  return (
    <ol class="steps" aria-label={t('setUp.steps')}>
      {names.map((name, index) => (
        <li key={name} class={index < at ? 'is-done' : ''} aria-current={index === at ? 'step' : undefined}>
          <span class="step-number" aria-hidden="true">
            {index < at ? <Icon of={checkIcon} small /> : index + 1}
          </span>
          {name}
          {index < at && <span class="visually-hidden">, {t('setUp.done')}</span>}
        </li>
      ))}
    </ol>
  )
}
