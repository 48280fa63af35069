import type { OperatorConversation, OperatorItem } from '@deskbell/protocol'
import { MessageBubble, useCopying } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { Letter, RefusedLetter } from '../models/letters.ts'
import { refusalWording, wording } from '../models/wording.ts'
import { MessageFiles } from './message-files.tsx'
import { Note } from './note.tsx'

interface Props {
  head: OperatorConversation
  items: readonly OperatorItem[]
}

/** What is on its way or was refused, below what has arrived. */
export function Pending({ head, items }: Props) {
  const { t, desk } = useInbox()
  const arrived = new Set(items.map((item) => ('id' in item ? item.id : '')))
  const here = <T extends Letter>(letters: readonly T[]) =>
    letters.filter(({ conversationId, id }) => conversationId === head.id && !arrived.has(id))
  const pending = here(desk.letters.pending.value)
  const refused = here(desk.letters.refused.value)
  if (pending.length + refused.length === 0) return null
  const state = t(desk.link.isUp.value ? 'receipt.sending' : 'receipt.waits')
  return (
    <section class="utterances utterances--own utterances--pending">
      {pending.map((letter, index) => (
        <OnItsWay key={letter.id} letter={letter} about={index === pending.length - 1 ? state : ''} />
      ))}
      {refused.map((letter) => (
        <Refused key={letter.id} letter={letter} seenSeq={items.at(-1)?.seq ?? 0} />
      ))}
    </section>
  )
}

function OnItsWay({ letter, about }: { letter: Letter; about: string }) {
  const { desk } = useInbox()
  if (letter.kind === 'note') {
    return <Note by={desk.team.self.value} at={letter.at} text={letter.text} about={about} />
  }
  return (
    <MessageBubble text={letter.text} isOwn state="unsent" about={about}>
      {letter.files && <MessageFiles files={letter.files} />}
    </MessageBubble>
  )
}

interface RefusedProps {
  letter: RefusedLetter
  seenSeq: number
}

/** Says why, and gives the words back: nothing typed is lost. */
function Refused({ letter, seenSeq }: RefusedProps) {
  const { t, desk } = useInbox()
  const by = letter.refusal === 'unseen-reply' && desk.team.names.value.get(letter.detail ?? '')
  const { key, values } = by
    ? wording('composer.answeredFirst', { name: by })
    : refusalWording({ ok: false, refusal: letter.refusal })
  return (
    <MessageBubble
      text={letter.text}
      isOwn
      state="failed"
      about={
        <>
          <span role="alert">{t('receipt.failed', { reason: t(key, values) })}</span>
          <WhatNow letter={letter} seenSeq={seenSeq} />
        </>
      }
    >
      {letter.files && <MessageFiles files={letter.files} />}
    </MessageBubble>
  )
}

function WhatNow({ letter, seenSeq }: RefusedProps) {
  const { t, desk } = useInbox()
  const { isCopied, copy } = useCopying(letter.text)
  const putBack = () => {
    const given = desk.letters.takeBack(letter.id)
    if (!given) return
    desk.drafts.putBack(letter.conversationId, letter.kind, given)
    desk.view.write(letter.kind)
  }
  const sendAnyway = () => {
    if (!desk.letters.sendAnyway(letter, seenSeq)) desk.notice.show({ text: wording('composer.full'), isRefusal: true })
  }
  const remove = (event: { currentTarget: HTMLElement }) => {
    // The button is gone then; who uses the keyboard stays among the messages.
    event.currentTarget.closest<HTMLElement>('[role=log]')?.focus()
    desk.letters.takeBack(letter.id)
  }
  return (
    <>
      {letter.refusal === 'unseen-reply' && (
        <button type="button" class="link" onClick={sendAnyway}>
          {t('composer.sendAnyway')}
        </button>
      )}
      <button type="button" class="link" onClick={putBack}>
        {t('receipt.putBack')}
      </button>
      {copy && (
        <button type="button" class="link" onClick={copy}>
          <span role="status">{t(isCopied ? 'copy.copied' : 'copy.copy')}</span>
        </button>
      )}
      <button type="button" class="link" onClick={remove}>
        {t('receipt.remove')}
      </button>
    </>
  )
}
