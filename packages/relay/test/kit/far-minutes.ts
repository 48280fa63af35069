/** A week with one minute a day, by UTC, half a day from now: whatever the time is, none begins while a test runs. */
export function farMinutes() {
  const hour = String((new Date().getUTCHours() + 12) % 24).padStart(2, '0')
  return new Array(7).fill([{ from: `${hour}:00`, to: `${hour}:01` }])
}
