import { Mark } from '@deskbell/ui'
import { DutyFace } from '../components/duty-face.tsx'
import { useInbox } from '../inbox-context.ts'
import { Places } from './places.tsx'

export function TopBar() {
  const { desk } = useInbox()
  return (
    <header class="top-bar">
      <span class="desk-name">
        <Mark />
        <bdi>{desk.team.site.value?.siteName ?? 'Deskbell'}</bdi>
      </span>
      <Places />
      <div class="top-end">
        <Colleagues />
        <DutyButton />
      </div>
    </header>
  )
}

function Colleagues() {
  const { t, desk } = useInbox()
  const colleagues = desk.team.colleagues.value.filter(({ isConnected }) => isConnected)
  if (colleagues.length === 0) return null
  return (
    <ul class="team-faces" aria-label={t('shell.colleagues')}>
      {colleagues.slice(0, 6).map(({ id, name, isOnDuty, conversations, capacity }) => {
        const label = isOnDuty
          ? t('shell.colleagueOnDuty', { name, count: conversations, capacity })
          : t('shell.colleagueAway', { name })
        return (
          <li key={id}>
            <DutyFace name={name} isOnDuty={isOnDuty} label={label} />
          </li>
        )
      })}
    </ul>
  )
}

function DutyButton() {
  const { t, desk } = useInbox()
  const { self, isOnDuty } = desk.team
  const { name } = self.value
  const state = t(isOnDuty.value ? 'shell.onDuty' : 'shell.away')
  return (
    <button
      type="button"
      class="duty"
      aria-haspopup="dialog"
      aria-expanded={desk.view.layer.value === 'duty'}
      onClick={() => desk.view.open('duty')}
    >
      <DutyFace name={name} isOnDuty={isOnDuty.value} />
      <b>
        <bdi>{name}</bdi>
      </b>{' '}
      <span class="quiet">{state}</span>
    </button>
  )
}
