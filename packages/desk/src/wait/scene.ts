import type { HandlingLaw } from './law.ts'
import type { InLine, Ledger, Running } from './ledger.ts'
import { doubtLevels, paceLevels } from './pace.ts'
import type { Leaving } from './patience.ts'
import type { Outlook } from './staff.ts'
import type { Habits, Handled } from './works.ts'

/** A place for a conversation, at one moment. */
export interface Slot {
  /** Index of its operator among the members. */
  member: number
  isBusy: boolean
  /** Of a busy one: the work done and the hazard used up, and seconds a unit of work takes. */
  work: number
  hazard: number
  scale: number
  /** Seconds a unit of work of the next conversation takes, needs apart. */
  nextScale: number
}

/** Visitors still to come who will stand before some who wait. */
export interface Stream {
  priority: number
  needs: number
  rate: number
}

/** What is known at one moment, ready to be played on. Seconds from now, indices for names. */
export interface Scene {
  now: number
  ledger: Ledger
  outlook: Outlook
  /** `surplus`: conversations beyond the capacity; so many end before a place is free. */
  members: readonly { operatorId: string; serves: readonly boolean[]; surplus: number }[]
  slots: readonly Slot[]
  line: readonly InLine[]
  /** Class of needs of each in line, and how much longer than others each class takes. */
  needs: Int32Array
  needsScale: readonly number[]
  streams: readonly Stream[]
  law: HandlingLaw
  leaving: Leaving
  paces: Float64Array
  patiences: Float64Array
  noShowSeconds: number
  /** Mean seconds until a free operator takes somebody; 0 where the desk gives everybody out itself. */
  pickUpSeconds: number
}

export const levels = 16
const recent = 80 // conversations looked at for a change of pace

/** `line`: the visitors to forecast, in order. */
export function sceneOf(
  ledger: Ledger,
  { line, now, isByHand }: { line: readonly InLine[]; now: number; isByHand: boolean },
): Scene {
  const habits = ledger.works.habits()
  const classes = [...new Set([...line.map(({ needs }) => needs), ...ledger.classes.keys()])]
  const running = [...ledger.running.values()]
  const byOperator = groupRunning(running)
  const members = ledger.staff.members(now).map((member) => {
    const surplus = Math.max(0, (byOperator.get(member.operatorId)?.length ?? 0) - member.capacity)
    return { ...member, serves: classes.map((name) => ledger.serves(member, name)), surplus }
  })
  const leaving = ledger.patience.leaving(line.map(({ joinedAt }) => now - joinedAt))
  const doubt = Math.sqrt(0.05 ** 2 + 0.5 / (leaving.seen + 2))
  return {
    now,
    ledger,
    outlook: ledger.staff.outlook(now),
    members,
    slots: members.flatMap((member, index) => slotsOf(ledger, habits, { member, index, now }, byOperator)),
    line,
    needs: Int32Array.from(line, ({ needs }) => classes.indexOf(needs)),
    needsScale: classes.map((name) => habits.factorOf('', name)),
    streams: streamsOf(ledger, line, classes, now),
    law: habits.law,
    leaving,
    paces: paceLevels(progressOf(ledger, habits, running, now), habits.law.seen, levels),
    patiences: doubtLevels(Math.min(0.5, doubt), levels),
    noShowSeconds: ledger.noShowSeconds,
    pickUpSeconds: isByHand ? ledger.pickUp.meanSeconds : 0,
  }
}

function groupRunning(running: readonly Running[]): Map<string, Running[]> {
  const groups = new Map<string, Running[]>()
  for (const each of running) {
    const own = groups.get(each.operatorId)
    if (own) own.push(each)
    else groups.set(each.operatorId, [each])
  }
  return groups
}

function slotsOf(
  ledger: Ledger,
  { law, slowDown, factorOf }: Habits,
  at: { member: { operatorId: string; capacity: number }; index: number; now: number },
  byOperator: ReadonlyMap<string, readonly Running[]>,
): Slot[] {
  const { operatorId, capacity } = at.member
  const running = byOperator.get(operatorId) ?? []
  const nextScale = (1 + slowDown * Math.max(0, capacity - 1)) * factorOf(operatorId, '')
  return Array.from({ length: Math.max(capacity, running.length) }, (_, place) => {
    const own = running[place]
    const idle = { member: at.index, isBusy: false, work: 0, hazard: 0, scale: 1, nextScale }
    if (!own) return idle
    const factor = factorOf(operatorId, own.needs)
    const load = 1 + slowDown * Math.max(0, ledger.meanLoad(own, at.now) - 1)
    const work = Math.max(0, at.now - own.assignedAt) / load / factor
    const scale = (1 + slowDown * Math.max(0, Math.max(capacity, running.length) - 1)) * factor
    return { ...idle, isBusy: true, work, hazard: law.hazardAt(work), scale }
  })
}

function streamsOf(ledger: Ledger, line: readonly InLine[], classes: readonly string[], now: number): Stream[] {
  const lowest = line.at(-1)?.priority ?? 0
  return ledger.arrivals
    .kinds()
    .filter(({ priority }) => priority < lowest)
    .map(({ priority, needs }) => {
      const rate = ledger.arrivals.rateAt(priority, needs, now)
      return { priority, needs: classes.indexOf(needs), rate }
    })
    .sort((one, other) => one.priority - other.priority)
}

function progressOf(ledger: Ledger, { law, slowDown, factorOf }: Habits, running: readonly Running[], now: number) {
  const hazardOf = ({ seconds, meanLoad, operatorId, needs }: Omit<Handled, 'assignedAt'>) =>
    law.hazardAt(seconds / (1 + slowDown * Math.max(0, meanLoad - 1)) / factorOf(operatorId, needs))
  const ended = ledger.works.handled.slice(-recent).map((each) => {
    return { assignedAt: each.assignedAt, hazard: hazardOf(each), hasEnded: true }
  })
  const going = running.map((each) => {
    const { operatorId, needs, assignedAt } = each
    const hazard = hazardOf({ seconds: now - assignedAt, meanLoad: ledger.meanLoad(each, now), operatorId, needs })
    return { assignedAt, hazard, hasEnded: false }
  })
  return [...ended, ...going]
}
