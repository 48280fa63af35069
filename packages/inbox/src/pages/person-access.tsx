import type { TeamMember } from '@deskbell/protocol'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { Confirm } from '../components/confirm.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnSessionsModel, type SessionList } from '../models/own-sessions.ts'
import { type PersonAccess as Access, type Deed, PersonAccessModel } from '../models/person-access.ts'
import type { Wording } from '../models/wording.ts'
import { hashOf } from '../router.ts'
import { ChoiceField } from './choice-field.tsx'
import { Copyable } from './copyable.tsx'
import { momentInWords } from './moment-in-words.ts'
import { SessionRows } from './own-sessions.tsx'
import { ShownForm } from './shown-form.tsx'
import { Trouble } from './trouble.tsx'
import './access.css'

interface Props {
  member: TeamMember
  access: Access
}

/** What an owner may do with somebody's account; one's own is elsewhere, but for what only another owner can do. */
export function PersonAccess({ member: told }: { member: ReadonlySignal<TeamMember> }) {
  const { t, http, desk } = useInbox()
  const member = told.value
  const { id } = member
  const access = useModel(() => new PersonAccessModel({ http, member: told, notice: desk.notice }))
  const sessions = useModel(() => new OwnSessionsModel(http, `/api/operators/${id}/sessions`))
  const isSelf = id === desk.team.self.value.id
  return (
    <div class="access">
      <ShownForm operator={told} />
      {isSelf ? (
        <section>
          <h2>{t('ownAccount.title')}</h2>
          <p class="quiet">{t('access.self')}</p>
          <a class="link link--alone" href={hashOf({ page: 'account' })}>
            {t('access.toAccount')}
          </a>
        </section>
      ) : (
        <>
          <Role member={member} access={access} />
          {!member.isDisabled && <LostPassword member={member} access={access} />}
          <Sessions name={member.name} list={sessions} />
          <Disabling member={member} access={access} sessions={sessions} />
          <WaysOut member={member} access={access} sessions={sessions} />
        </>
      )}
    </div>
  )
}

/** Why something did not happen, for the place that asks for it. */
function whyNot({ failed }: Access, deed: Deed): Wording | undefined {
  return failed.value?.deed === deed ? failed.value.why : undefined
}

function Role({ member, access }: Props) {
  const { t } = useInbox()
  return (
    <section>
      <h2>{t('access.head')}</h2>
      <ChoiceField
        label={t('access.role')}
        hint={t('access.roleHint')}
        options={[
          { value: 'operator', name: t('access.operator') },
          { value: 'owner', name: t('team.owner') },
        ]}
        value={member.isOwner ? 'owner' : 'operator'}
        onValue={(role) => access.setOwner(role === 'owner')}
      />
      <Trouble t={t} of={whyNot(access, 'role')} />
    </section>
  )
}

function LostPassword({ member: { name }, access }: Props) {
  const { t } = useInbox()
  const link = access.link.value
  return (
    <section>
      <h2>{t('access.linkHead')}</h2>
      <p class="quiet">{t('access.linkText', { name })}</p>
      <Button isDisabled={access.isBusy.value} onClick={access.makeLink}>
        {t(link ? 'access.linkAgain' : 'access.linkMake')}
      </Button>
      <Trouble t={t} of={whyNot(access, 'link')} />
      <div role="status">
        {link && (
          <>
            <p>{t('access.linkUntil', { when: momentInWords(link.expiresAt) })}</p>
            <Copyable t={t} text={link.url} label={t('access.linkHead')} copyLabel={t('team.copyLink')} />
          </>
        )}
      </div>
    </section>
  )
}

function Disabling({ member: { name, isDisabled = false }, access, sessions }: Props & { sessions: SessionList }) {
  const { t } = useInbox()
  const toggle = async () => {
    await access.setDisabled(!isDisabled)
    await sessions.load()
  }
  return (
    <section>
      <h2>{t('access.disableHead')}</h2>
      <p class="quiet">{t('access.disableText', { name })}</p>
      <Button isDisabled={access.isBusy.value} onClick={toggle}>
        {t(isDisabled ? 'access.enable' : 'access.disable')}
      </Button>
      <Trouble t={t} of={whyNot(access, 'disable')} />
    </section>
  )
}

/** Each can be ended alone; all of them under the ways out. */
function Sessions({ name, list }: { name: string; list: SessionList }) {
  const { t } = useInbox()
  return (
    <section>
      <h2>{t('access.sessions', { name })}</h2>
      <SessionRows list={list} />
      {list.isLoaded.value && list.sessions.value.length === 0 && <p class="quiet">{t('access.noSessions')}</p>}
    </section>
  )
}

function WaysOut({ member: { name, conversations }, access, sessions }: Props & { sessions: SessionList }) {
  const { t, router } = useInbox()
  const isAsking = useSignal(false)
  const close = () => {
    isAsking.value = false
  }
  const remove = async () => {
    if (await access.remove()) router.go({ page: 'team' }, 'replace')
  }
  const signOut = async () => {
    await access.signOut()
    await sessions.load()
  }
  return (
    <section>
      <h2>{t('access.outHead')}</h2>
      <p class="quiet">{t('access.outText', { name })}</p>
      <div class="access-buttons">
        <Button isDisabled={access.isBusy.value} onClick={signOut}>
          {t('ownAccount.everywhere')}
        </Button>
        <Button
          kind="warn"
          onClick={() => {
            isAsking.value = true
          }}
        >
          {t('access.remove')}
        </Button>
      </div>
      <Trouble t={t} of={whyNot(access, 'sign-out')} />
      {isAsking.value && (
        <Confirm
          t={t}
          head={t('access.removeHead', { name })}
          action={t('access.remove')}
          isBusy={access.isBusy.value}
          onConfirm={remove}
          onClose={close}
        >
          <p>{t('access.removeText', { name })}</p>
          {conversations > 0 && <p>{t('access.removeLine', { count: conversations })}</p>}
          <Trouble t={t} of={whyNot(access, 'remove')} />
        </Confirm>
      )}
    </section>
  )
}
