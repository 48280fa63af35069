import { useEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { AllQuiet } from './all-quiet.tsx'
import { ColumnEdge } from './column-edge.tsx'
import { Conversation } from './conversation.tsx'
import { Lists } from './lists.tsx'
import { VisitorCard } from './visitor-card.tsx'
import './conversations-page.css'

/** Lists, the open conversation, the visitor's card: side by side where there is room, else one at a time. */
export function ConversationsPage() {
  const { router, desk } = useInbox()
  const place = router.place.value
  const id = place.page === 'conversations' ? place.conversationId : undefined
  const { view, lists, preferences, archive } = desk
  useEffect(view.reset, [id, view])
  const widths = Object.entries(preferences.chosen.value.columns)
  const style = Object.fromEntries(widths.map(([column, width]) => [`--db-inbox-${column}`, `${width}px`]))
  if (id === undefined) {
    return (
      <main
        class={archive.isOpen.value ? 'columns columns--two columns--finding' : 'columns columns--two'}
        style={style}
        tabIndex={-1}
      >
        <Lists />
        <ColumnEdge of="lists" />
        <AllQuiet />
      </main>
    )
  }
  const head = lists.heads.value.get(id)
  const names = ['columns', 'columns--reading', view.isCardShown.value && 'columns--card', !head && 'columns--two']
  return (
    <main class={names.filter(Boolean).join(' ')} style={style} tabIndex={-1}>
      <Lists openId={id} />
      <ColumnEdge of="lists" />
      <Conversation key={id} id={id} />
      {head && <ColumnEdge of="card" />}
      {head && <VisitorCard head={head} />}
    </main>
  )
}
