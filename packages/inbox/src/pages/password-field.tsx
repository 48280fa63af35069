import { eyeIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { TextField, type TextFieldProps } from './text-field.tsx'

interface Props extends Omit<TextFieldProps, 'type' | 'end'> {
  /** Shown as text from the start: for a suggestion that is to be read. */
  isShown?: boolean
}

/** A password that can be looked at. */
export function PasswordField({ isShown = false, ...props }: Props) {
  const shown = useSignal(isShown)
  return (
    <TextField
      {...props}
      type={shown.value ? 'text' : 'password'}
      end={
        <button
          type="button"
          class="form-end"
          aria-pressed={shown.value}
          aria-label={props.t('account.show')}
          title={props.t('account.show')}
          onClick={() => {
            shown.value = !shown.value
          }}
        >
          <Icon of={eyeIcon} />
        </button>
      }
    />
  )
}
