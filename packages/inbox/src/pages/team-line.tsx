import type { InboxTranslate } from '@deskbell/locales'
import type { TeamMember } from '@deskbell/protocol'
import { Avatar } from '@deskbell/ui'

interface Props {
  t: InboxTranslate
  member: TeamMember
  isSelf: boolean
}

/** One operator: face, name, what they do; on duty or away; the load as cells and in words. */
export function TeamLine({ t, member, isSelf }: Props) {
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
              <bdi dir="ltr">{email}</bdi>
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
      </td>
    </tr>
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
