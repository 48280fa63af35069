import { bagIcon, Icon, leaveIcon, mailIcon, penIcon, searchIcon } from '@deskbell/ui'
import type { ChatProps } from './model.ts'

/** What a visitor in line can do: look for the answer, go on shopping, leave a question, leave. */
export function Meanwhile({ context, chat }: ChatProps) {
  const { t, navigation, isOpen, desk } = context
  const { conversation, isLaterWanted } = chat
  const sendsMail = desk.status.value?.sendsMail === true
  const choices = [
    { icon: searchIcon, text: t('home.search'), choose: () => navigation.go({ name: 'home' }) },
    {
      icon: bagIcon,
      text: t('wait.shopping'),
      choose: () => {
        isOpen.value = false
      },
    },
    {
      icon: sendsMail ? mailIcon : penIcon,
      text: t(sendsMail ? 'wait.byEmailInstead' : 'wait.laterInstead'),
      // Without an address to ask for there is nothing left to say: one tap is enough.
      choose: () => {
        if (sendsMail) isLaterWanted.value = true
        else conversation.pend()
      },
    },
    { icon: leaveIcon, text: t('wait.leave'), choose: conversation.end, isLeaving: true },
  ]
  return (
    <section class="meanwhile">
      <h3 class="section-title">{t('wait.meanwhile')}</h3>
      <ul class="choices">
        {choices.map(({ icon, text, choose, isLeaving = false }) => (
          <li key={icon}>
            <button class={isLeaving ? 'leave' : undefined} type="button" onClick={choose}>
              <Icon of={icon} turns={isLeaving} />
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
