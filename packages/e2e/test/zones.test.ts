import { expect, it } from 'vitest'
import { zoneAtNoon, zoneOffHalfHours } from '../kit/zones.ts'

const minutesOfADay = Array.from({ length: 1_440 }, (_, minute) => new Date(Date.UTC(2026, 10, 28, 0, minute)))

function wallClock(now: Date, timeZone: string): { hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone })
  const [hour = 0, minute = 0] = parts.format(now).split(':').map(Number)
  return { hour, minute }
}

it('finds noon at every minute of a day, also two minutes before midnight', () => {
  for (const now of minutesOfADay) expect(wallClock(now, zoneAtNoon(now)).hour, now.toISOString()).toBe(12)
})

it('is never just before a half hour', () => {
  for (const now of minutesOfADay) {
    expect(wallClock(now, zoneOffHalfHours(now)).minute % 30, now.toISOString()).toBeLessThan(15)
  }
})
