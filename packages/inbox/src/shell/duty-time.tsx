import { useId } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { dutyTimes } from '../models/duty-times.ts'
import { nearMoment } from '../words/duty.ts'

interface Props {
  label: string
  /** Said for no moment. */
  none: string
  /** In ms since 1970. */
  value: number | undefined
  onValue: (at: number | undefined) => void
  isDisabled: boolean
}

/** A moment today or tomorrow, or none, by one choice. */
export function DutyTime({ label, none, value, onValue, isDisabled }: Props) {
  const { t, locale, desk } = useInbox()
  const id = useId()
  const now = desk.clock.now.peek()
  const times = dutyTimes(now)
  const isOther = value !== undefined && !times.includes(value)
  return (
    <p class="duty-time">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="form-input form-select"
        value={String(value ?? '')}
        disabled={isDisabled}
        onChange={({ currentTarget: chosen }) => onValue(chosen.value === '' ? undefined : Number(chosen.value))}
      >
        <option value="">{none}</option>
        {[...(isOther ? [value] : []), ...times].map((at) => (
          <option key={at} value={at}>
            {nearMoment(t, at, { locale, now })}
          </option>
        ))}
      </select>
    </p>
  )
}
