import { useEffect, useLayoutEffect } from 'preact/hooks'
import { memoised } from '../components/memoised.ts'
import { useInbox } from '../inbox-context.ts'
import { conversationIn } from '../router.ts'
import { AllQuiet } from './all-quiet.tsx'
import { BlockQuestion } from './block-question.tsx'
import { ColumnEdge } from './column-edge.tsx'
import { Conversation } from './conversation.tsx'
import { EraseQuestion } from './erase-question.tsx'
import { Lists } from './lists.tsx'
import { focusOpenRow } from './open-row.ts'
import { VisitorCard } from './visitor-card.tsx'
import './conversations-page.css'

/** Its rows know themselves which is open. */
const TheLists = memoised(Lists)

/** Lists, the open conversation, the visitor's card: side by side where there is room, else one at a time. */
export function ConversationsPage() {
  const { router, desk } = useInbox()
  const id = conversationIn(router.place.value)
  const { view, lists, preferences, archive } = desk
  useLayoutEffect(view.reset, [id, view])
  useEffect(focusFollows, [id])
  const widths = Object.entries(preferences.chosen.value.columns)
  const style = Object.fromEntries(widths.map(([column, width]) => [`--db-inbox-${column}`, `${width}px`]))
  if (id === undefined) {
    return (
      <main
        class={archive.isOpen.value ? 'columns columns--two columns--finding' : 'columns columns--two'}
        style={style}
        tabIndex={-1}
      >
        <TheLists />
        <ColumnEdge of="lists" />
        <AllQuiet />
      </main>
    )
  }
  const head = lists.heads.value.get(id)
  const names = ['columns', 'columns--reading', view.isCardShown.value && 'columns--card', !head && 'columns--two']
  return (
    <main class={names.filter(Boolean).join(' ')} style={style} tabIndex={-1}>
      <TheLists />
      <ColumnEdge of="lists" />
      <Conversation key={id} id={id} />
      {head && <ColumnEdge of="card" />}
      {head && <VisitorCard key={id} head={head} />}
      {head && view.layer.value === 'block' && <BlockQuestion head={head} />}
      {head && view.layer.value === 'erase' && <EraseQuestion head={head} />}
    </main>
  )
}

/** By keys from row to row, the focus comes along; from a field it is not taken. */
function focusFollows(): void {
  const { activeElement } = document
  if (activeElement === document.body || activeElement?.closest('.lists, main:focus')) focusOpenRow()
}
