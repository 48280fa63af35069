/** The calendar day (`YYYY-MM-DD`), the hour (0 to 23) and the day of the week (1 is Monday) somewhere. */
export interface Moment {
  day: string
  hour: number
  weekday: number
}

/** No zone changes its clock within a quarter of an hour of its own, so that one answer serves all of it. In ms. */
const quarter = 900_000

/** Reads clock and calendar of a time zone (IANA), of moments in ms since 1970. */
export function momentsIn(zone: string): (at: number) => Moment {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  })
  const known = new Map<number, Moment>()
  return (at) => {
    const key = Math.floor(at / quarter)
    const moment = known.get(key) ?? read(format, key * quarter)
    known.set(key, moment)
    return moment
  }
}

function read(format: Intl.DateTimeFormat, at: number): Moment {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  return { day, hour: Number(parts.get('hour')), weekday: new Date(day).getUTCDay() || 7 }
}
