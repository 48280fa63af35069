import type { TeamMember } from '@deskbell/protocol'
import { backIcon, Icon } from '@deskbell/ui'
import { useComputed } from '@preact/signals'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { knownSkills, TopicsModel } from '../models/known-skills.ts'
import { PersonFormModel } from '../models/person-form.ts'
import { hashOf } from '../router.ts'
import { Page } from './page.tsx'
import { PersonAccess } from './person-access.tsx'
import { PersonForm } from './person-form.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import './person.css'

/** One operator: what decides which visitors come to them, and their account. */
export function PersonPage({ id }: { id: string }) {
  const { t, desk } = useInbox()
  const { members } = desk.team
  const member = members.value.find((one) => one.id === id)
  const text = member && t('person.text', { name: member.name })
  return (
    <Page head={member ? member.name : t('person.gone')} text={text} menu={<SettingsMenu t={t} at="team" />}>
      <p class="person-back">
        <a class="link link--alone" href={hashOf({ page: 'team' })}>
          <Icon of={backIcon} small turns />
          {t('person.back')}
        </a>
      </p>
      {member && <Editing member={member} />}
    </Page>
  )
}

function Editing({ member: first }: { member: TeamMember }) {
  const { http, desk } = useInbox()
  const { members } = desk.team
  const { id } = first
  const member = useComputed(() => members.value.find((one) => one.id === id) ?? first)
  const form = useModel(() => new PersonFormModel({ http, member, shelf: draftShelf(`person-${id}`) }))
  const { topics } = useModel(() => new TopicsModel(http))
  return (
    <>
      <PersonForm form={form} known={knownSkills(topics.value, members.value)} />
      <PersonAccess member={member} />
    </>
  )
}
