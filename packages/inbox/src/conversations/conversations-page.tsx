import { useEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { AllQuiet } from './all-quiet.tsx'
import { Conversation } from './conversation.tsx'
import { Lists } from './lists.tsx'
import { VisitorCard } from './visitor-card.tsx'
import './conversations-page.css'

/** Lists, the open conversation, the visitor's card: side by side where there is room, else one at a time. */
export function ConversationsPage() {
  const { router, desk } = useInbox()
  const place = router.place.value
  const id = place.page === 'conversations' ? place.conversationId : undefined
  const { view, lists } = desk
  useEffect(view.reset, [id, view])
  if (id === undefined) {
    return (
      <main class="columns columns--two" tabIndex={-1}>
        <Lists />
        <AllQuiet />
      </main>
    )
  }
  const head = lists.heads.value.get(id)
  const names = ['columns', 'columns--reading', view.isCardShown.value && 'columns--card', !head && 'columns--two']
  return (
    <main class={names.filter(Boolean).join(' ')} tabIndex={-1}>
      <Lists openId={id} />
      <Conversation key={id} id={id} />
      {head && <VisitorCard head={head} />}
    </main>
  )
}
