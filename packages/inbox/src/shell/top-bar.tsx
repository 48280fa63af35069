import { Icon, Mark, searchIcon } from '@deskbell/ui'
import { DutyFace } from '../components/duty-face.tsx'
import { useInbox } from '../inbox-context.ts'
import { dutyEnd, quietEnd, quietWords } from '../words/duty.ts'
import { modifierKey } from '../words/keys.ts'
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
        <PaletteButton />
        <Colleagues />
        <DutyButton />
      </div>
    </header>
  )
}

function PaletteButton() {
  const { t, desk } = useInbox()
  return (
    <button
      type="button"
      class="search-all"
      aria-label={t('palette.label')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => desk.view.open('palette')}
    >
      <Icon of={searchIcon} small />
      <span>{t('palette.label')}</span>
      <span class="key" data-key={`${modifierKey} K`} aria-hidden="true" />
    </button>
  )
}

function Colleagues() {
  const { t, locale, desk } = useInbox()
  const reader = { locale, now: desk.clock.now.peek() }
  const colleagues = desk.team.colleagues.value.filter(({ isConnected }) => isConnected)
  if (colleagues.length === 0) return null
  return (
    <ul class="team-faces" aria-label={t('shell.colleagues')}>
      {colleagues.slice(0, 6).map((colleague) => {
        const { id, name, isOnDuty, conversations, capacity } = colleague
        const state = isOnDuty
          ? t('shell.colleagueOnDuty', { name, count: conversations, capacity })
          : t('shell.colleagueAway', { name })
        const end = dutyEnd(t, colleague, reader)
        const isQuiet = desk.quiet.who.value.has(id)
        const label = [state, end, isQuiet && quietWords(t, colleague, reader)].filter(Boolean).join(', ')
        return (
          <li key={id}>
            <DutyFace of={colleague} isOnDuty={isOnDuty} isQuiet={isQuiet} label={label} />
          </li>
        )
      })}
    </ul>
  )
}

function DutyButton() {
  const { t, locale, desk } = useInbox()
  const { self, me, isOnDuty } = desk.team
  const { name } = self.value
  const isQuiet = desk.quiet.isOn.value
  const reader = { locale, now: desk.clock.now.peek() }
  const end = me.value && (isQuiet ? quietEnd(t, me.value, reader) : dutyEnd(t, me.value, reader))
  return (
    <button
      type="button"
      class="duty"
      aria-haspopup="dialog"
      aria-expanded={desk.view.layer.value === 'duty'}
      onClick={() => desk.view.open('duty')}
    >
      <DutyFace of={self.value} isOnDuty={isOnDuty.value} isQuiet={isQuiet} />
      <b>
        <bdi>{name}</bdi>
      </b>{' '}
      <span class="quiet">
        {me.value && t(isQuiet ? 'disturb.label' : isOnDuty.value ? 'shell.onDuty' : 'shell.away')}
        {end && <span class="duty-end">{t(isOnDuty.value ? 'shell.onDutyEnd' : 'shell.awayEnd', { end })}</span>}
      </span>
    </button>
  )
}
