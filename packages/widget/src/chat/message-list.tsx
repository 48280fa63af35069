import { MessageBubble } from '@deskbell/ui'
import { useRef } from 'preact/hooks'
import { type About, type MessageRow, type Row, rowsOf } from '../models/message-rows.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { HappenedLine } from './happened-line.tsx'
import { laterPart } from './later-view.tsx'
import type { ChatProps } from './model.ts'

const Earlier = laterPart('Earlier')
const MessageFiles = laterPart('MessageFiles')
const NotTaken = laterPart('NotTaken')

/** What a view says itself is not said again among the messages: the reference above a question, the day while waiting. */
const saidAbove = {
  question: (row: Row) => row.kind === 'happened' && row.item.kind === 'pended',
  waiting: (row: Row) => row.kind === 'day',
}

/** All that was said and done, in order. What comes while it is on screen moves in; what was there before never does. */
export function MessageList({ context, chat }: ChatProps) {
  const { items, earlier, letters, returned, head, readAt, reading, link, stage } = chat.conversation
  const known = [...earlier.value, ...items.value]
  const all = rowsOf({
    items: known,
    letters: letters.value,
    returned: returned.value,
    theirs: head.value?.theirs ?? { delivered: 0, read: 0 },
    readAt: readAt.value,
    newFrom: reading.newFrom.value,
    isConnected: link.state.value === 'up' || link.state.value === 'connecting',
  })
  const shown = stage.value
  const rows = shown === 'question' || shown === 'waiting' ? all.filter((row) => !saidAbove[shown](row)) : all
  const newest = rows.findLast(({ kind }) => kind === 'message')
  const isArriving = useArrivals(rows, earlier.value)
  return (
    <div class="message-list">
      {(items.value[0]?.seq ?? 1) > 1 && <Earlier context={context} chat={chat} />}
      {rows.map((row) => (
        <RowView
          key={row.key}
          context={context}
          chat={chat}
          row={row}
          isArriving={isArriving(row)}
          isNewest={row === newest}
        />
      ))}
      <ChosenFiles context={context} chat={chat} />
    </div>
  )
}

/** Rows that were not there when the list was first drawn with something in it; what is looked up does not arrive. */
function useArrivals(rows: readonly Row[], earlier: unknown): (row: Row) => boolean {
  const first = useRef<[earlier?: unknown, keys?: ReadonlySet<string>]>([])
  if (rows.length > 0 && first.current[0] !== earlier) first.current = [earlier, new Set(rows.map(({ key }) => key))]
  return ({ key }) => first.current[1]?.has(key) === false
}

interface RowProps extends ChatProps {
  row: Row
  isArriving: boolean
  isNewest: boolean
}

function RowView({ context, chat, row, isArriving, isNewest }: RowProps) {
  const { phrasing } = chat
  switch (row.kind) {
    case 'day':
      return (
        <p class="day">
          <time dateTime={new Date(row.at).toISOString()}>{phrasing.day(row.at, Date.now())}</time>
        </p>
      )
    case 'new':
      return <p class="day new">{context.t('chat.newHere')}</p>
    case 'closed':
      return <p class="day">{context.t('ended.at', { time: phrasing.time(row.at) })}</p>
    case 'happened':
      return <HappenedLine context={context} row={row} isArriving={isArriving} />
    case 'message':
      return <MessageView context={context} chat={chat} row={row} isArriving={isArriving} isNewest={isNewest} />
  }
}

function MessageView({ context, chat, row, isArriving, isNewest }: RowProps & { row: MessageRow }) {
  const { t } = context
  const { text, tree, isOwn, isFirst, isNamed, by, state, about, files } = row
  return (
    <MessageBubble
      text={text}
      tree={tree}
      isOwn={isOwn}
      isSilent={isOwn}
      isFirst={isFirst}
      state={state}
      spokenName={by ? t('chat.saidBy', { name: by.name }) : t('chat.youSaid')}
      {...(isNamed && by && { name: by.name })}
      about={about && <AboutMessage context={context} chat={chat} about={about} text={text} />}
      isArriving={isArriving}
      {...(state !== 'failed' && { copyWords: [t('question.copy'), t('question.copied')] })}
      isStop={isNewest}
    >
      {files && <MessageFiles context={context} chat={chat} files={files} />}
    </MessageBubble>
  )
}

function AboutMessage({ context, chat, about, text }: ChatProps & { about: About; text: string }) {
  const { t } = context
  const { phrasing } = chat
  switch (about.kind) {
    case 'time':
      return <time>{phrasing.time(about.at)}</time>
    case 'sent':
      return <>{t('chat.sentAt', { time: phrasing.time(about.at) })}</>
    case 'sending':
    case 'kept':
    case 'delivered':
      return <>{t(`chat.${about.kind}`)}</>
    case 'read':
      return <>{about.at === undefined ? t('chat.read') : t('chat.readAt', { time: phrasing.time(about.at) })}</>
    case 'failed':
      return <NotTaken context={context} chat={chat} id={about.id} refusal={about.refusal} text={text} />
  }
}
