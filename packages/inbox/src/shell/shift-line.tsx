import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnShiftsModel } from '../models/own-shifts.ts'
import { hashOf } from '../router.ts'
import { nearMoment } from '../words/duty.ts'

/** When this operator's shift ends, or the next one begins, by the roster; nothing where none is planned. */
export function ShiftLine() {
  const { t, http, locale, desk } = useInbox()
  const { shifts, load } = useModel(() => new OwnShiftsModel(http))
  useEffect(() => {
    void load()
  }, [load, desk.team.rosters.value])
  const now = desk.clock.now.value
  const next = shifts.value.find(({ to }) => to > now)
  if (!next) return null
  const isNow = next.from <= now
  const time = nearMoment(t, isNow ? next.to : next.from, { locale, now })
  return (
    <p>
      <a href={hashOf({ page: 'roster' })} onClick={desk.view.closeLayer}>
        {t(isNow ? 'roster.ends' : 'roster.begins', { time })}
      </a>
    </p>
  )
}
