import type { Locale, OperatorId, TeamMember } from '@deskbell/protocol'
import { useModel } from '../components/use-model.ts'
import { InvitationModel } from '../models/invitation.ts'
import { Copyable } from './copyable.tsx'
import { momentInWords } from './moment-in-words.ts'
import { Page } from './page.tsx'
import type { PageProps } from './page-props.ts'
import { SettingsMenu } from './settings-menu.tsx'
import { TeamLine } from './team-line.tsx'
import { Trouble } from './trouble.tsx'
import '../entries/entries.css'
import './team.css'

interface Props extends PageProps {
  /** As the relay tells it now. */
  team: readonly TeamMember[]
  selfId: OperatorId
  locale: Locale
}

/** Who answers here, for whom, who is on duty and how much each has; and the way for one more. */
export function TeamPage({ http, t, locale, team, selfId }: Props) {
  const model = useModel(() => new InvitationModel(http))
  const invitation = model.invitation.value
  const action = (
    <button class="button button-main" type="button" aria-disabled={model.isBusy.value} onClick={model.invite}>
      {t(model.isBusy.value ? 'team.adding' : 'team.add')}
    </button>
  )
  return (
    <Page
      head={t('team.title')}
      text={t('team.summary', { count: team.length })}
      actions={action}
      menu={<SettingsMenu t={t} at="team" />}
    >
      <Trouble t={t} of={model.trouble.value} />
      <div role="status">
        {invitation && (
          <section class="invitation">
            <h2>{t('team.linkHead')}</h2>
            <p class="quiet">{t('team.linkText', { when: momentInWords(invitation.expiresAt) })}</p>
            <Copyable t={t} text={invitation.url} label={t('team.linkLabel')} copyLabel={t('team.copyLink')} />
          </section>
        )}
      </div>
      <table class="team-table">
        <thead>
          <tr>
            <th scope="col">{t('team.person')}</th>
            <th scope="col">{t('team.state')}</th>
            <th scope="col">{t('team.knows')}</th>
            <th scope="col">{t('team.load')}</th>
          </tr>
        </thead>
        <tbody>
          {team.map((member) => (
            <TeamLine key={member.id} t={t} locale={locale} member={member} isSelf={member.id === selfId} />
          ))}
        </tbody>
      </table>
    </Page>
  )
}
