import type { Colleague, OperatorConversation } from '@deskbell/protocol'
import { Avatar, Icon, noteIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { WritingKind } from '../models/drafts.ts'
import type { Writing } from '../models/writing.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { TypingDots } from './writing-line.tsx'

interface Props {
  head: OperatorConversation
  model: Writing
  kind: WritingKind
  canAnswer: boolean
  onLeave: () => void
}

/** What has to be known before writing on: that it is a note, who else writes, who was first, how a question is answered. */
export function ComposerStrips({ head, model, kind, canAnswer, onLeave }: Props) {
  const { t } = useInbox()
  const by = model.stoppedBy.value
  if (kind === 'note') {
    return (
      <p class="composer-strip">
        <Icon of={noteIcon} small />
        <span>
          <b>{t('composer.noteStrip')}</b> {t('composer.noteText')}
        </span>
        <button type="button" class="link" onClick={onLeave}>
          <span class="key" aria-hidden="true">
            Esc
          </span>{' '}
          {canAnswer ? t('composer.backToReply') : t('common.close')}
        </button>
      </p>
    )
  }
  if (by) return <FirstStrip by={by} onDiscard={model.discard} />
  return (
    <>
      <QuestionStrip head={head} />
      <ColleagueStrip head={head} />
    </>
  )
}

function FirstStrip({ by, onDiscard }: { by: Colleague; onDiscard: () => void }) {
  const { t } = useInbox()
  return (
    <p class="composer-strip composer-strip--warn" role="alert">
      <Avatar of={by} size="small" />
      <span>
        <b>{t('composer.answeredFirst', { name: by.name })}</b> {t('composer.answeredFirstText')}
      </span>
      <button type="button" class="link" onClick={onDiscard}>
        {t('composer.discard')}
      </button>
    </p>
  )
}

function ColleagueStrip({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const by = desk.typing.writing.value.get(head.id)?.by
  if (!by) return null
  return (
    <p class="composer-strip" role="status">
      <Avatar of={by} size="small" />
      <span>
        <b>{t('composer.colleagueWrites', { name: by.name })}</b> {t('composer.colleagueWritesText')}
      </span>
      <TypingDots />
    </p>
  )
}

function QuestionStrip({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { reference, status, email } = head
  if (status !== 'pending' || !reference) return null
  const isMailed = email !== undefined && (desk.team.site.value?.sendsMail ?? false)
  const name = visitorInText(t, head)
  return (
    <p class="composer-strip">
      <span>
        <b>{t('composer.question', { reference })}</b>{' '}
        {sentence(t(isMailed ? 'composer.questionMail' : 'composer.questionText', { name }))}
      </span>
    </p>
  )
}
