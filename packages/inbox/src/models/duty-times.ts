const halfHours = 48
const minutes = 30

/** Every half hour of this operator's today that is to come, and of tomorrow, in ms since 1970. */
export function dutyTimes(now: number): number[] {
  return [...halfHoursOf(now, 0).filter((at) => at > now), ...halfHoursOf(now, 1)]
}

function halfHoursOf(now: number, daysLater: number): number[] {
  const midnight = new Date(now)
  const at = (index: number) =>
    new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() + daysLater, 0, index * minutes).getTime()
  // Where clocks go forward, two of them are the same moment.
  return [...new Set(Array.from({ length: halfHours }, (_, index) => at(index)))]
}
