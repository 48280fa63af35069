import type { Locale, OperatorId } from '@deskbell/protocol'
import type { Chance } from './chance.ts'
import type { LineEvent, Shift } from './events.ts'

/** When an operator serves the line, in seconds from now: until `leaves`, and again from `returns`. */
export interface Presence {
  /** 0 for who is on duty. */
  comes: number
  leaves: number
  returns: number
  /** Whether leaving cuts the running conversations off, as a lost connection does. */
  isDrop: boolean
}

/** Rates per second, times in seconds: how operators leave without a plan, stay away, and keep to plans. */
export interface Outlook {
  now: number
  leavingRate: number
  dropShare: number
  absence: number
  plan: { bias: number; deviation: number }
}

export interface Member {
  operatorId: OperatorId
  capacity: number
  skills: readonly string[]
  languages?: readonly Locale[]
  isOnDuty: boolean
}

interface Known extends Member {
  state: 'on-duty' | 'away' | 'gone'
  since: number
  until: number | undefined
  isDrop: boolean
}

const never = Number.POSITIVE_INFINITY
const jitterPrior = { variance: 180 ** 2, weight: 3 } // plans are kept to 3 minutes
const longAbsence = 3 * 3600
const leavingPrior = { count: 0.1, seconds: 3600 }
const usualReturn = 0.9 // of those who go away without a plan; an end of duty is rarely taken back
const rareReturn = 0.1
const absencePrior = { seconds: 900, weight: 1 }

/** Who answers, until when, and who comes back: plans where there are any, habits where not. Times in seconds. */
export class Staff {
  readonly #known = new Map<OperatorId, Known>()
  readonly #shifts = new Map<OperatorId, Shift[]>()
  #deviations = { sum: 0, squares: 0, count: 0 }
  #breaks = 0
  #drops = 0
  #dutySeconds = 0
  #absences = { seconds: 0, count: 0 }
  /** Who left without a plan, and how many of them came back the same day. */
  #unplanned = { left: 0, returned: 0 }

  plan(shifts: readonly Shift[]): void {
    this.#shifts.clear()
    for (const shift of shifts) {
      const own = this.#shifts.get(shift.operatorId) ?? []
      own.push({ ...shift, from: shift.from / 1000, to: shift.to / 1000 })
      this.#shifts.set(shift.operatorId, own)
    }
    for (const own of this.#shifts.values()) own.sort((one, other) => one.from - other.from)
  }

  changed(event: Extract<LineEvent, { kind: 'operator' }>, at: number): void {
    const { operatorId, state, capacity, skills, languages } = event
    const before = this.#known.get(operatorId)
    if (before && before.state !== state) this.#learn(before, state, at)
    const until = event.until === undefined ? undefined : event.until / 1000
    const since = before?.state === state ? before.since : at
    const isOnDuty = state === 'on-duty'
    const member = { operatorId, capacity, skills, ...(languages && { languages }), isOnDuty }
    this.#known.set(operatorId, { ...member, state, since, until, isDrop: false })
  }

  /** An operator who is gone left conversations behind: it was no planned end. */
  dropped(operatorId: OperatorId): void {
    const known = this.#known.get(operatorId)
    if (!known || known.isDrop || known.state === 'on-duty') return
    known.isDrop = true
    this.#drops += 1
    this.#unplanned.left += 1
  }

  #learn(before: Known, state: Known['state'], at: number): void {
    const planned = before.until ?? (state === 'on-duty' ? this.#shiftAt(before.operatorId, at)?.from : undefined)
    if (planned !== undefined && Math.abs(at - planned) < 1800) {
      this.#deviations.sum += at - planned
      this.#deviations.squares += (at - planned) ** 2
      this.#deviations.count += 1
    }
    if (before.state === 'on-duty') {
      this.#dutySeconds += Math.max(0, at - before.since)
      if (state !== 'away' || before.until !== undefined) return
      this.#breaks += 1
      this.#unplanned.left += 1
      return
    }
    const seconds = Math.max(0, at - before.since)
    if (state !== 'on-duty' || seconds > longAbsence) return
    if (before.isDrop || (before.state === 'away' && before.until === undefined)) this.#unplanned.returned += 1
    this.#absences = { seconds: this.#absences.seconds + seconds, count: this.#absences.count + 1 }
  }

  #shiftAt(operatorId: OperatorId, at: number) {
    const own = this.#shifts.get(operatorId) ?? []
    return own.reduce<(typeof own)[number] | undefined>(
      (best, shift) => (!best || Math.abs(shift.from - at) < Math.abs(best.from - at) ? shift : best),
      undefined,
    )
  }

  /** Everybody who serves the line now or, by the roster or the habit, may do so later today. */
  members(now: number): Member[] {
    const members: Member[] = [...this.#known.values()].filter(
      ({ isOnDuty, operatorId, until, since }) =>
        isOnDuty || until !== undefined || this.#nextShift(operatorId, now) || now - since < longAbsence,
    )
    for (const [operatorId, own] of this.#shifts) {
      const next = this.#known.has(operatorId) ? undefined : own.find(({ to }) => to > now)
      if (next) members.push({ ...next, operatorId, isOnDuty: false })
    }
    return members
  }

  onDuty(): Member[] {
    return [...this.#known.values()].filter(({ isOnDuty }) => isOnDuty)
  }

  /** What is learned of leaving and coming, so that many futures can be drawn from one moment. */
  outlook(now: number): Outlook {
    const gone = this.#breaks + this.#drops + leavingPrior.count
    const { sum, squares, count } = this.#deviations
    const variance = (squares + jitterPrior.variance * jitterPrior.weight) / (count + jitterPrior.weight)
    const { seconds, count: absences } = this.#absences
    return {
      now,
      leavingRate: gone / (this.#dutySeconds + this.#runningSeconds(now) + leavingPrior.seconds),
      dropShare: this.#drops / gone,
      absence: (seconds + absencePrior.seconds * absencePrior.weight) / (absences + absencePrior.weight),
      plan: { bias: sum / (count + 5), deviation: Math.sqrt(variance) },
    }
  }

  /** Draws one possible future of an operator. */
  presence(operatorId: OperatorId, outlook: Outlook, chance: Chance): Presence {
    const { now, plan, leavingRate, dropShare, absence } = outlook
    const known = this.#known.get(operatorId)
    if (!known?.isOnDuty) return this.#comeback(operatorId, known, outlook, chance)
    const until = known.until ?? this.#shiftNow(operatorId, now)?.to
    if (until !== undefined) {
      const next = this.#nextShift(operatorId, until - 60)
      const leaves = planned(until - now, plan, chance)
      const returns = next ? Math.max(leaves + 60, planned(next.from - now, plan, chance)) : never
      return { comes: 0, leaves, returns, isDrop: false }
    }
    const leaves = chance.exponential() / leavingRate
    const isDrop = chance.uniform() < dropShare
    return { comes: 0, leaves, returns: leaves + chance.exponential() * absence, isDrop }
  }

  #comeback(operatorId: OperatorId, known: Known | undefined, outlook: Outlook, chance: Chance): Presence {
    const { now, plan, absence: mean } = outlook
    const next = this.#nextShift(operatorId, now)
    const expected = known?.until ?? next?.from
    if (expected !== undefined) {
      const comes = planned(expected - now, plan, chance)
      const shift = next ?? this.#shiftAt(operatorId, expected)
      const leaves = shift ? Math.max(comes + 60, planned(shift.to - now, plan, chance)) : never
      return { comes, leaves, returns: never, isDrop: false }
    }
    const absent = known ? Math.max(0, now - known.since) : never
    const { left, returned } = this.#unplanned
    const isUsual = known?.isDrop || known?.state === 'away'
    const chanceOfReturn = isUsual ? (returned + usualReturn * 3) / (left + 3) : rareReturn
    const still = chanceOfReturn * Math.exp(-absent / mean)
    const comes = chance.uniform() * (still + 1 - chanceOfReturn) < still ? chance.exponential() * mean : never
    return { comes, leaves: never, returns: never, isDrop: false }
  }

  /** The shift that somebody on duty serves, perhaps a little early. */
  #shiftNow(operatorId: OperatorId, now: number) {
    return this.#shifts.get(operatorId)?.find(({ from, to }) => to > now && from <= now + 1800)
  }

  /** The first shift whose end is still to come and whose start is not long past. */
  #nextShift(operatorId: OperatorId, now: number) {
    return this.#shifts.get(operatorId)?.find(({ from, to }) => to > now && from > now - 1800)
  }

  #runningSeconds(now: number): number {
    let seconds = 0
    for (const { isOnDuty, since } of this.#known.values()) if (isOnDuty) seconds += Math.max(0, now - since)
    return seconds
  }
}

/** A planned moment so many seconds ahead as it may turn out, given that it has not come yet. */
function planned(ahead: number, { bias, deviation }: Outlook['plan'], chance: Chance): number {
  for (let tries = 0; tries < 8; tries++) {
    const moment = ahead + bias + deviation * chance.normal()
    if (moment > 0) return moment
  }
  return chance.exponential() * deviation * 0.5
}
