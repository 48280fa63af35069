import type { DeskStatus, QueueStatus } from '@deskbell/protocol'
import { Avatar, Faces, goIcon, Icon, penIcon } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'
import { nobodyWords } from '../models/back-words.ts'
import { isFree, spanOf } from '../models/wait-span.ts'
import type { PersonSummary, WidgetContext } from './context.ts'
import { PanelFoot } from './frame.tsx'
import { joinNames } from './names.ts'
import { writeNumber } from './write-number.ts'

interface Offer {
  face: ComponentChildren
  title: string
  note: string
  unread?: number
}

/** The way to a person, at the foot of every view that is not theirs. `isOffered`: nothing helped, so it warms up. */
export function PersonFoot({ context, isOffered }: { context: WidgetContext; isOffered: boolean }) {
  const { t, navigation, person } = context
  const running = person.value
  const { face, title, note, unread = 0 } = running ? offerOfRunning(context, running) : offerOfDesk(context)
  const classes = ['person-bar', isOffered && !running && 'person-bar--offered', running && 'person-bar--running']
  return (
    <PanelFoot>
      <button class={classes.filter(Boolean).join(' ')} type="button" onClick={() => navigation.go({ name: 'person' })}>
        {face}
        <span class="words">
          <b>{title}</b>
          {note && <small>{note}</small>}
        </span>
        {unread > 0 && (
          <span class="count">
            <span class="said">{t('foot.unread', { count: unread })}</span>
            <span aria-hidden="true">{writeNumber(context, unread)}</span>
          </span>
        )}
        <span class="go">
          <Icon of={goIcon} turns />
        </span>
      </button>
    </PanelFoot>
  )
}

const pen = (
  <span class="place" aria-hidden="true">
    <Icon of={penIcon} />
  </span>
)

function offerOfRunning(context: WidgetContext, running: PersonSummary): Offer {
  const { t } = context
  switch (running.kind) {
    case 'waiting': {
      const face = (
        <span class="place" aria-hidden="true">
          {writeNumber(context, running.position)}
        </span>
      )
      return { face, title: t('foot.place'), note: running.words }
    }
    case 'talking': {
      const { by, unread, preview } = running
      return { face: <Avatar of={by} />, title: t('foot.backTo', { names: by.name }), note: preview, unread }
    }
    case 'question': {
      const note = running.preview || running.reference
      return { face: pen, title: t('foot.backToQuestion'), note, unread: running.unread }
    }
  }
}

function offerOfDesk(context: WidgetContext): Offer {
  const { t, desk } = context
  const status = desk.status.value
  const people = status?.people ?? []
  const names = namesOf(status)
  if (!desk.isReachable.value) {
    const face = names.length > 0 ? <Faces of={people} away /> : pen
    return { face, title: t('foot.leave'), note: t('foot.offline') }
  }
  if (!status) return { face: null, title: t('foot.askUs'), note: '' }
  if (names.length === 0) return { face: pen, title: t('foot.leave'), note: nobodyWords(context) }
  return { face: <Faces of={people} />, title: askTitle(context, names), note: waitNote(context, status.next) }
}

function askTitle(context: WidgetContext, names: readonly string[]): string {
  const { t } = context
  return names.length > 3 ? t('foot.askUs') : t('foot.ask', { names: joinNames(context, names, 'or') })
}

function waitNote({ t }: WidgetContext, next: QueueStatus): string {
  if (next.wait === 'unknown') return t(next.reason === 'nobody-on-duty' ? 'foot.nobody' : 'foot.unknown')
  if (isFree(next)) return t('foot.now')
  const { kind, values } = spanOf(next)
  return t(`foot.${kind}`, values)
}

/** What a person can do where the answers can’t: tell, however long the line is, or answer a question left. */
export function askOffer(context: WidgetContext): string {
  const { t, desk } = context
  const status = desk.status.value
  const names = namesOf(status).slice(0, 3)
  if (!desk.isReachable.value || names.length === 0 || status?.line.isFormFirst) return t('results.leave')
  return t('results.ask', { names: joinNames(context, names, 'or') })
}

function namesOf(status: DeskStatus | undefined): readonly string[] {
  return status?.people.map(({ name }) => name) ?? []
}
