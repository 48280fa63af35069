import type { TeamMember } from '@deskbell/protocol'
import { Avatar } from '@deskbell/ui'
import { LoadCells } from '../components/load-cells.tsx'
import { useInbox } from '../inbox-context.ts'
import { hasRoom } from '../models/transfer-choice.ts'
import { quietWords } from '../words/duty.ts'

interface Props {
  member: TeamMember
  isChosen: boolean
  /** Who has no room can be chosen too. */
  isForAll?: boolean
  onChoose: () => void
}

/** A colleague to be chosen, with what they have to do. */
export function ColleagueOption({ member, isChosen, isForAll = false, onChoose }: Props) {
  const { t, locale, desk } = useInbox()
  const { name, role, conversations, capacity } = member
  const isFull = !hasRoom(member)
  const isQuiet = desk.quiet.who.value.has(member.id)
  const quiet = isQuiet && quietWords(t, member, { locale, now: desk.clock.now.peek() })
  return (
    <label class="option">
      <input type="radio" name="colleague" checked={isChosen} disabled={isFull && !isForAll} onChange={onChoose} />
      <Avatar of={member} size="small" />
      <span>
        <bdi>{name}</bdi>
        <small>{[role, isFull && t('transfer.full'), quiet].filter(Boolean).join(' · ')}</small>
      </span>
      <span class="option-end">
        {t('transfer.loadOf', { count: conversations, capacity })}
        <LoadCells count={conversations} capacity={capacity} />
      </span>
    </label>
  )
}
