/** Whether it is a time zone that times can be written in here. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // What Intl does not know, it throws at.
    return false
  }
}
