import type { ConversationId, OperatorConversation } from '@deskbell/protocol'
import { noteIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { type Inbox, useInbox } from '../inbox-context.ts'
import { draftOf } from '../models/drafts.ts'
import { isAsked, isUnderway, secondsToOpen } from '../models/given.ts'
import type { OpenConversation } from '../models/open-conversation.ts'
import type { Standing } from '../models/standing.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { span } from '../words/times.ts'
import { useWriteEntry } from './write-entry.ts'

interface Props {
  head: OperatorConversation
  standing: Standing
}

interface BarProps extends Props {
  open: OpenConversation
}

/** In place of the composer where the visitor can't be answered from here: why, and what to do about it. */
export function TakeBar({ head, open, standing }: BarProps) {
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
      {standing === 'closed' && head.mergedInto === undefined && <WriteEntry head={head} open={open} />}
      <MainButton head={head} standing={standing} />
    </footer>
  )
}

/** What was asked here becomes an answer for everybody. */
function WriteEntry({ head, open }: Pick<BarProps, 'head' | 'open'>) {
  const { t } = useInbox()
  const write = useWriteEntry()
  if (!write) return null
  return <Button onClick={async () => write(head.locale, await open.firstQuestion())}>{t('searches.write')}</Button>
}

function MainButton({ head, standing }: Props) {
  const { t, desk } = useInbox()
  const { handling, team } = desk
  const isBusy = handling.isBusy.value
  if (standing === 'colleague') return <WithColleague head={head} />
  if (head.mergedInto !== undefined) return <GoesOn id={head.mergedInto} />
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

/** A question that was merged: the way to where it goes on. */
function GoesOn({ id }: { id: ConversationId }) {
  const { t, router } = useInbox()
  return <Button onClick={() => router.go({ page: 'conversations', conversationId: id })}>{t('line.open')}</Button>
}

/** What one has handed over can be taken back, and what one has written stays of use. */
function WithColleague({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { handover, team, drafts, view } = desk
  const written = draftOf(drafts.drafts.value, head.id, 'message')
  if (isUnderway(head) && head.handed?.by === team.self.value.id) {
    return (
      <Button isDisabled={handover.isBusy.value} onClick={() => void handover.takeBack(head.id)}>
        {t('take.takeBack')}
      </Button>
    )
  }
  if (isAsked(head, team.self.value.id)) return <Asked head={head} />
  if (written.trim() === '') return null
  const makeNote = () => {
    drafts.putBack(head.id, 'note', { text: written })
    drafts.write(head.id, 'message', '')
    view.write('note')
  }
  return <Button onClick={makeNote}>{t('take.asNote')}</Button>
}

function Asked({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { isBusy, join, leave } = desk.guests
  return (
    <>
      <Button isDisabled={isBusy.value} onClick={() => void leave(head.id)}>
        {t('guests.decline')}
      </Button>
      <Button kind="main" keyName="N" isDisabled={isBusy.value} onClick={() => void join(head.id)}>
        {t('guests.join')}
      </Button>
    </>
  )
}

function ofColleague({ t, desk }: Inbox, head: OperatorConversation): { bold: string; text: string } {
  const { team, clock, drafts } = desk
  const name = team.names.value.get(head.operatorId ?? '') ?? ''
  if (isUnderway(head)) {
    const seconds = secondsToOpen(head, clock.now.value, team.settings.value.openWithinSeconds)
    const time = span(t, seconds)
    const isOwn = head.handed?.by === team.self.value.id
    return { bold: t('take.handed', { name }), text: isOwn ? t('take.handedText', { time }) : t('take.colleagueText') }
  }
  if (isAsked(head, team.self.value.id)) return { bold: t('lists.asked', { name }), text: t('guests.askedText') }
  const isWritten = draftOf(drafts.drafts.value, head.id, 'message').trim() !== ''
  return { bold: t('take.colleague', { name }), text: t(isWritten ? 'take.draftKept' : 'take.colleagueText') }
}

function wordsOf(inbox: Inbox, { head, standing }: Props): { bold: string; text: string } {
  const { t, desk } = inbox
  const { team } = desk
  const name = visitorInText(t, head)
  if (standing === 'closed') return { bold: t(head.mergedInto ? 'merge.goesOn' : 'take.closed'), text: '' }
  if (standing === 'colleague') return ofColleague(inbox, head)
  if (!team.isOnDuty.value) return { bold: t('take.away'), text: t('take.awayText') }
  if (team.isFull.value) return { bold: t('take.full', team.load.value), text: t('take.fullText') }
  if (!head.isVisitorConnected) return { bold: sentence(t('take.gone', { name })), text: t('take.goneText') }
  const { position = 1 } = head
  const place = sentence(position === 1 ? t('take.first', { name }) : t('take.place', { name, position }))
  return { bold: t('take.nobody'), text: place }
}
