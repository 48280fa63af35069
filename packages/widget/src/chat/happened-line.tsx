import { sentences } from '@deskbell/locales'
import type { Person } from '@deskbell/protocol'
import { Faces } from '@deskbell/ui'
import type { Row } from '../models/message-rows.ts'
import type { WidgetContext } from '../panel/context.ts'
import { joinNames } from '../panel/names.ts'

type Happened = Pick<Extract<Row, { kind: 'happened' }>, 'item' | 'isReadFrom'>

interface HappenedProps {
  context: WidgetContext
  row: Happened
  isArriving: boolean
}

/** Joined, handed over, came back: a sentence beside faces, not a message. */
export function HappenedLine({ context, row, isArriving }: HappenedProps) {
  const { people, title, note } = wordsOf(context, row)
  return (
    <div class={isArriving ? 'happened happened--arriving' : 'happened'}>
      <Faces of={people} />
      <p>
        <b>{title}</b>
        {note}
      </p>
    </div>
  )
}

/** That somebody has read what was written before is only said once they have. */
export function wordsOf(context: WidgetContext, { item, isReadFrom }: Happened) {
  const { t, trail, locale } = context
  const people = [...('by' in item ? [item.by] : []), ...('to' in item ? [item.to] : [])]
  switch (item.kind) {
    case 'assigned': {
      const { name } = item.to
      const hasRead = trail.before().searches.length > 0 ? 'chat.hasRead' : 'chat.hasReadQuestion'
      return {
        people,
        title: t('chat.joined', { name }),
        note: sentences(isReadFrom && t(hasRead, { name }), speaksOf(item.to)),
      }
    }
    case 'transferred': {
      const { name } = item.to
      const title = t('chat.takesOver', { name, before: item.by.name })
      return { people, title, note: sentences(isReadFrom && t('chat.readAll', { name }), speaksOf(item.to)) }
    }
    case 'pended':
      return { people, title: t('question.done'), note: `${t('question.reference')} ${item.reference}` }
    default:
      return {
        people,
        title: t(`chat.${item.kind}`, { name: item.by.name, reference: 'reference' in item ? item.reference : '' }),
        note: '',
      }
  }

  /** "Anna answers in English or German.", where that is not the visitor's language. */
  function speaksOf({ name, speaks = [] }: Person): string {
    if (speaks.length === 0) return ''
    const names = new Intl.DisplayNames([locale], { type: 'language' })
    const languages = joinNames(
      context,
      speaks.map((tag) => names.of(tag) ?? tag),
      'or',
    )
    return t('chat.speaks', { name, languages })
  }
}
