import { Faces } from '@deskbell/ui'
import type { Happened, Row } from '../models/message-rows.ts'
import type { WidgetContext } from '../panel/context.ts'

interface HappenedProps {
  context: WidgetContext
  row: Extract<Row, { kind: 'happened' }>
  isArriving: boolean
}

/** Joined, handed over, came back: a sentence beside faces, not a message. */
export function HappenedLine({ context, row, isArriving }: HappenedProps) {
  const { names, title, note } = wordsOf(context, row)
  return (
    <div class={isArriving ? 'happened happened--arriving' : 'happened'}>
      <Faces names={names} />
      <p>
        <b>{title}</b>
        {note}
      </p>
    </div>
  )
}

/** That somebody has read what was written before is only said once they have. */
function wordsOf({ t, trail }: WidgetContext, { item, isReadFrom }: HappenedProps['row']) {
  const names = namesOf(item)
  switch (item.kind) {
    case 'assigned': {
      const { name } = item.to
      const hasRead = trail.before().searches.length > 0 ? 'chat.hasRead' : 'chat.hasReadQuestion'
      return { names, title: t('chat.joined', { name }), note: isReadFrom ? t(hasRead, { name }) : '' }
    }
    case 'transferred': {
      const { name } = item.to
      const title = t('chat.takesOver', { name, before: item.by.name })
      return { names, title, note: isReadFrom ? t('chat.readAll', { name }) : '' }
    }
    case 'returned':
      return { names, title: t('chat.returned', { name: item.by.name }), note: '' }
    case 'reopened':
      return { names, title: t('chat.reopened', { name: item.by.name }), note: '' }
    case 'pended':
      return { names, title: t('question.done'), note: `${t('question.reference')} ${item.reference}` }
  }
}

function namesOf(item: Happened): readonly string[] {
  switch (item.kind) {
    case 'assigned':
      return [item.to.name]
    case 'transferred':
      return [item.by.name, item.to.name]
    case 'returned':
    case 'reopened':
      return [item.by.name]
    case 'pended':
      return []
  }
}
