import type { InboxTranslate } from '@deskbell/locales'
import { limits } from '@deskbell/protocol'
import type { AccountField, AccountForm } from '../models/account.ts'
import { PasswordField } from './password-field.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  t: InboxTranslate
  account: AccountForm
  /** Stands in place of the rule, and lets the password be read. */
  passwordHint?: string | undefined
}

/** Name, what they do, e-mail and password of an operator. */
export function AccountFields({ t, account, passwordHint }: Props) {
  const bind = (field: AccountField) => ({
    t,
    value: account.fields[field].value,
    fault: account.faults.value[field],
    onValue: (value: string) => {
      account.fields[field].value = value
    },
  })
  return (
    <>
      <TextField {...bind('name')} label={t('account.name')} hint={t('account.nameHint')} autocomplete="given-name" />
      <TextField
        {...bind('role')}
        label={t('account.role')}
        hint={t('account.roleHint')}
        placeholder={t('account.roleExample')}
      />
      <TextField
        {...bind('email')}
        label={t('account.email')}
        hint={t('account.emailHint')}
        type="email"
        autocomplete="username"
      />
      <PasswordField
        {...bind('password')}
        label={t('account.password')}
        hint={passwordHint ?? t('account.passwordHint', { least: limits.passwordMinimum })}
        isShown={passwordHint !== undefined}
        autocomplete="new-password"
      />
    </>
  )
}
