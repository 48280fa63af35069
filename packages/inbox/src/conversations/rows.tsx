import type { OperatorConversation } from '@deskbell/protocol'
import { memoised } from '../components/memoised.ts'
import { ConversationItem } from './conversation-item.tsx'
import type { ListName } from './list-name.ts'

/** So many rows of a list are drawn in full before anybody has looked which are on screen. */
export const drawnAtOnce = 20

/** Of many rows few change with a word, or with the one that is open. */
const Row = memoised(ConversationItem)

interface Props {
  of: readonly OperatorConversation[]
  list: ListName
}

/** The conversations of a list, in their order. */
export function Rows({ of: heads, list }: Props) {
  return heads.map((head, place) => <Row key={head.id} head={head} list={list} isAtOnce={place < drawnAtOnce} />)
}
