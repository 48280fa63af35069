import type { InboxTranslate } from '@deskbell/locales'
import { isQuiet, type Locale, type TeamMember } from '@deskbell/protocol'
import { Avatar } from '@deskbell/ui'
import { EmailAddress } from '../components/email-address.tsx'
import { LoadCells } from '../components/load-cells.tsx'
import { hashOf } from '../router.ts'
import { dutyEnd, quietWords } from '../words/duty.ts'
import { languageInWords, listed } from '../words/names.ts'

interface Props {
  t: InboxTranslate
  locale: Locale
  member: TeamMember
  isSelf: boolean
}

/** One operator: face, name, what they do; on duty or away and how long; whom they can serve; the load as cells and in words. */
export function TeamLine({ t, locale, member, isSelf }: Props) {
  const { isOnDuty, isConnected, conversations, capacity } = member
  const reader = { locale, now: Date.now() }
  const end = dutyEnd(t, member, reader)
  return (
    <tr>
      <th scope="row">
        <Identity t={t} member={member} isSelf={isSelf} />
      </th>
      <td>
        <span class={isOnDuty ? 'team-duty is-on-duty' : 'team-duty'}>
          {t(isOnDuty ? 'team.onDuty' : 'team.away')}
          {end && <small>{end}</small>}
          {isQuiet(member, reader.now) && <small>{quietWords(t, member, reader)}</small>}
          {!isConnected && <small>{t('team.notConnected')}</small>}
        </span>
      </td>
      <td>
        <Knowledge t={t} locale={locale} member={member} />
      </td>
      <td>
        <span class="team-load">
          <LoadCells count={conversations} capacity={capacity} />
          {t('team.loadOf', { count: conversations, capacity })}
        </span>
      </td>
    </tr>
  )
}

function Identity({ t, member, isSelf }: Omit<Props, 'locale'>) {
  const { id, name, role, email, isOwner, isDisabled, rank } = member
  return (
    <span class="team-person">
      <Avatar of={member} />
      <span>
        <a class="link" href={hashOf({ page: 'team', operatorId: id })}>
          <bdi>{name}</bdi>
        </a>
        {isSelf && <span class="team-tag">{t('team.you')}</span>}
        {isOwner && <span class="team-tag">{t('team.owner')}</span>}
        {isDisabled && <span class="team-tag">{t('access.disabled')}</span>}
        {rank < 0 && <span class="team-tag">{t('person.rankNewcomer')}</span>}
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
  )
}

function Knowledge({ t, locale, member: { languages, skills } }: Omit<Props, 'isSelf'>) {
  const spoken = languages.map((language) => languageInWords(language, locale))
  return (
    <span class="team-knows">
      {spoken.length > 0 ? listed(spoken, locale, 'conjunction') : <span class="quiet">{t('team.noLanguages')}</span>}
      {skills.length > 0 && <small>{listed(skills, locale, 'conjunction')}</small>}
    </span>
  )
}
