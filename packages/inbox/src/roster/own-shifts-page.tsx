import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnShiftsModel } from '../models/own-shifts.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { SettingsMenu } from '../pages/settings-menu.tsx'
import { longDate } from '../words/dates.ts'
import { clockTime } from '../words/times.ts'
import './roster.css'

/** An operator's own shifts of the next days, in their own time; only owners change them. */
export function OwnShiftsPage() {
  const { t, http, locale, desk } = useInbox()
  const { state, shifts, trouble, load } = useModel(() => new OwnShiftsModel(http))
  useEffect(() => {
    void load()
  }, [load, desk.team.rosters.value])
  const now = desk.clock.now.value
  const coming = shifts.value.filter(({ to }) => to > now)
  return (
    <Page
      head={t('roster.ownTitle')}
      text={t('roster.ownText')}
      menu={<SettingsMenu t={t} at="roster" isOwner={false} />}
    >
      {state.value !== 'ready' && <PageState t={t} state={state.value} trouble={trouble.value} onTryAgain={load} />}
      {state.value === 'ready' && coming.length === 0 && <p class="page-empty">{t('roster.ownNone')}</p>}
      {/* A page that scrolls has to be reached by keys. */}
      <ol class="roster-own" aria-label={t('roster.ownTitle')} tabIndex={coming.length > 0 ? 0 : undefined}>
        {coming.map(({ from, to }) => (
          <li key={from} aria-current={from <= now ? 'time' : undefined}>
            <b>{longDate(from, locale)}</b>
            <span>{`${clockTime(from, locale)}–${clockTime(to, locale)}`}</span>
            {from <= now && <span class="roster-now">{t('roster.now')}</span>}
          </li>
        ))}
      </ol>
    </Page>
  )
}
