/** A time zone in which the hour after noon runs: its midnight is far from whatever a test takes. */
export function zoneAtNoon(now = new Date()): string {
  const ahead = 12 - now.getUTCHours()
  // In these names east of Greenwich is minus (POSIX).
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** A time zone in which the next half hour is a quarter of an hour away at least. */
export function zoneOffHalfHours(now = new Date()): string {
  return now.getUTCMinutes() % 30 < 15 ? 'Etc/UTC' : 'Asia/Kathmandu'
}
