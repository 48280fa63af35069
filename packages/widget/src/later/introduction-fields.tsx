import { useLayoutEffect } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import type { WidgetContext } from '../panel/context.ts'
import { EmailField } from './email-field.tsx'
import { EntryField } from './entry-field.tsx'
import { type IntroductionEntries, useIntroduction } from './introduction.ts'

/** Who asks, below the first message to a person. */
export function IntroductionFields({ context, chat }: ChatProps) {
  const introduction = useIntroduction({ context, chat })
  useLayoutEffect(() => {
    chat.introduce = introduction.take
    return () => {
      chat.introduce = Object
    }
  })
  return <Introduction context={context} introduction={introduction} emailLabel={context.t('ask.email')} />
}

interface Props {
  context: WidgetContext
  introduction: IntroductionEntries
  emailLabel: string
}

/** Name and address, as far as they are asked for. */
export function Introduction({ context: { t }, introduction: { asksFor, name, email }, emailLabel }: Props) {
  const hintOf = (field: 'name' | 'email') => (asksFor[field] === 'optional' ? t('ask.optional') : undefined)
  return (
    <>
      {asksFor.name && (
        <EntryField
          kind="name"
          label={t('ask.name')}
          hint={hintOf('name')}
          entry={name}
          isRequired={asksFor.name === 'required'}
        />
      )}
      {asksFor.email && <EmailField label={emailLabel} hint={hintOf('email')} entry={email} />}
    </>
  )
}
