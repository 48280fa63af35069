import type { InboxTranslate } from '@deskbell/locales'
import type { TeamMember } from '@deskbell/protocol'
import { Avatar } from '@deskbell/ui'
import { EmailAddress } from '../components/email-address.tsx'

interface Props {
  t: InboxTranslate
  member: TeamMember
  isSelf: boolean
  /** Only the owner is given this. */
  onCapacity?: (capacity: number) => void
}

const usualMost = 8

/** One operator: face, name, what they do; on duty or away; the load as cells and in words. */
export function TeamLine({ t, member, isSelf, onCapacity }: Props) {
  const { name, role, email, isOwner, isOnDuty, isConnected, conversations, capacity } = member
  return (
    <tr>
      <th scope="row">
        <span class="team-person">
          <Avatar name={name} />
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>
            {isSelf && <span class="team-tag">{t('team.you')}</span>}
            {isOwner && <span class="team-tag">{t('team.owner')}</span>}
            {role && (
              <small>
                <bdi>{role}</bdi>
              </small>
            )}
            <small>
              <EmailAddress of={email} />
            </small>
          </span>
        </span>
      </th>
      <td>
        <span class={isOnDuty ? 'team-duty is-on-duty' : 'team-duty'}>
          {t(isOnDuty ? 'team.onDuty' : 'team.away')}
          {!isConnected && <small>{t('team.notConnected')}</small>}
        </span>
      </td>
      <td>
        <span class="team-load">
          <Cells filled={conversations} of={capacity} />
          {t('team.loadOf', { count: conversations, capacity })}
        </span>
        {onCapacity && <CapacityField t={t} name={name} capacity={capacity} onCapacity={onCapacity} />}
      </td>
    </tr>
  )
}

interface CapacityProps {
  t: InboxTranslate
  name: string
  capacity: number
  onCapacity: (capacity: number) => void
}

function CapacityField({ t, name, capacity, onCapacity }: CapacityProps) {
  const choices = Array.from({ length: Math.max(usualMost, capacity) }, (_, index) => index + 1)
  return (
    <select
      class="team-capacity"
      aria-label={t('team.capacity', { name })}
      value={capacity}
      onChange={(event) => onCapacity(Number(event.currentTarget.value))}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t('team.atOnce', { count: choice })}
        </option>
      ))}
    </select>
  )
}

function Cells({ filled, of }: { filled: number; of: number }) {
  return (
    <span class="team-cells" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index < filled ? 'is-filled' : ''} />
      ))}
    </span>
  )
}
