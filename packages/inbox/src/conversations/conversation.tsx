import type { ConversationId } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { lazily } from '../components/lazily.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { canPutOff, canReply, standingOf } from '../models/standing.ts'
import { seqIn } from '../router.ts'
import { visitorName } from '../words/names.ts'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { FollowUpPopover } from './follow-up-popover.tsx'
import { LabelsPopover } from './labels-popover.tsx'
import { TakeBar } from './take-bar.tsx'
import { Thread } from './thread.tsx'
import { useFittingLayer } from './use-fitting-layer.ts'
import './conversation.css'

const TransferPopover = lazily(async () => (await import('./transfer-popover.tsx')).TransferPopover)
const InvitePopover = lazily(async () => (await import('./invite-popover.tsx')).InvitePopover)
const MergePopover = lazily(async () => (await import('./merge-popover.tsx')).MergePopover)

/** The open conversation: who it is, what was said, and the place to answer or to take it. */
export function Conversation({ id }: { id: ConversationId }) {
  const { t, router, desk } = useInbox()
  const open = useModel(() => desk.openConversation(id, seqIn(router.place.peek())))
  const head = desk.lists.heads.value.get(id)
  const fault = open.fault.value
  const standing = head && standingOf(head, desk.team.self.value.id)
  useFittingLayer(desk.view, standing)
  if (!head || !standing) {
    const isLost = fault !== undefined || desk.lists.isKnown.value
    return (
      <section class="conversation conversation-empty" aria-busy={!isLost}>
        {isLost && (
          <div class="all-quiet">
            <h1>{t('conversation.gone')}</h1>
            <Button onClick={() => router.go({ page: 'conversations' })}>{t('conversation.toLists')}</Button>
          </div>
        )}
      </section>
    )
  }
  const layer = desk.view.layer.value
  const isWriting = canReply(standing) || (desk.view.kind.value === 'note' && standing !== 'closed')
  return (
    <article class="conversation" aria-label={t('conversation.label', { name: visitorName(t, head) })}>
      <ConversationHead head={head} standing={standing} />
      <Thread head={head} open={open} />
      {isWriting ? (
        <Composer head={head} open={open} standing={standing} />
      ) : (
        <TakeBar head={head} open={open} standing={standing} />
      )}
      {layer === 'follow-up' && canPutOff(standing) && <FollowUpPopover head={head} />}
      {layer === 'invite' && standing === 'mine' && <InvitePopover head={head} />}
      {layer === 'labels' && <LabelsPopover head={head} standing={standing} />}
      {layer === 'merge' && <MergePopover head={head} />}
      {layer === 'transfer' && standing === 'mine' && <TransferPopover head={head} />}
    </article>
  )
}
