import type { OperatorConversation } from '@deskbell/protocol'
import { noteIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { type Inbox, useInbox } from '../inbox-context.ts'
import type { Standing } from '../models/standing.ts'
import { sentence, visitorInText } from '../words/names.ts'

interface Props {
  head: OperatorConversation
  standing: Standing
}

/** In place of the composer where the visitor can't be answered from here: why, and what to do about it. */
export function TakeBar({ head, standing }: Props) {
  const inbox = useInbox()
  const { t, desk } = inbox
  const { bold, text } = wordsOf(inbox, { head, standing })
  return (
    <footer class="take-bar">
      <p>
        <b>{bold}</b> {text}
      </p>
      {standing !== 'closed' && (
        <Button kind="plain" icon={noteIcon} keyName="M" onClick={() => desk.view.write('note')}>
          {t('composer.note')}
        </Button>
      )}
      <MainButton head={head} standing={standing} />
    </footer>
  )
}

function MainButton({ head, standing }: Props) {
  const { t, desk } = useInbox()
  const { handling, team } = desk
  const isBusy = handling.isBusy.value
  if (standing === 'colleague') return null
  if (standing === 'closed') {
    return (
      <Button isDisabled={isBusy} onClick={() => void handling.reopen(head.id)}>
        {t('take.reopen')}
      </Button>
    )
  }
  if (!team.isOnDuty.value) {
    return (
      <Button kind="main" isDisabled={isBusy} onClick={() => void handling.setDuty(true)}>
        {t('duty.goOnDuty')}
      </Button>
    )
  }
  return (
    <Button
      kind="main"
      keyName="N"
      isDisabled={isBusy || team.isFull.value}
      onClick={() => void handling.take(head.id)}
    >
      {t(isBusy ? 'take.taking' : 'conversation.take')}
    </Button>
  )
}

function wordsOf({ t, desk }: Inbox, { head, standing }: Props): { bold: string; text: string } {
  const { team } = desk
  const name = visitorInText(t, head)
  if (standing === 'closed') return { bold: t('take.closed'), text: '' }
  if (standing === 'colleague') {
    const colleague = team.members.value.find(({ id }) => id === head.operatorId)?.name ?? ''
    return { bold: t('take.colleague', { name: colleague }), text: t('take.colleagueText') }
  }
  if (!team.isOnDuty.value) return { bold: t('take.away'), text: t('take.awayText') }
  if (team.isFull.value) return { bold: t('take.full', team.load.value), text: t('take.fullText') }
  if (!head.isVisitorConnected) return { bold: sentence(t('take.gone', { name })), text: t('take.goneText') }
  const { position = 1 } = head
  const place = sentence(position === 1 ? t('take.first', { name }) : t('take.place', { name, position }))
  return { bold: t('take.nobody'), text: place }
}
