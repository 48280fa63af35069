import { expect, onTestFinished, vi } from 'vitest'
import { Anna } from './anna.ts'
import type { Program } from './program.ts'
import { type Letter, openTalk, type Seen, type Side, type Talk } from './talk.ts'

/** What must not be, counted. */
export interface Harm {
  /** Acknowledged, and never shown to the other side. */
  lost: number
  /** Acknowledged, and not in the store. */
  ackedLost: number
  duplicated: number
  reordered: number
  /** Shown or stored where it was not sent. */
  misrouted: number
}

export const noHarm: Harm = { lost: 0, ackedLost: 0, duplicated: 0, reordered: 0, misrouted: 0 }

const otherOf: Record<Side, Side> = { visitor: 'operator', operator: 'visitor' }
const sides: readonly Side[] = ['visitor', 'operator']

/** Conversations in which both sides write all the time. */
export class Traffic {
  readonly #program: Program
  readonly #talks: Talk[] = []
  readonly #answers = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  private constructor(program: Program) {
    this.#program = program
  }

  /** So many visitors, each taken by Anna; `perSecond` messages in all from now on. */
  static async on(program: Program, { visitors = 10, perSecond = 100 } = {}): Promise<Traffic> {
    const traffic = new Traffic(program)
    const anna = await Anna.on(program)
    const onAnswer = (answer: string) => void traffic.#answers.set(answer, traffic.count(answer) + 1)
    const opening = Array.from({ length: visitors }, () => openTalk(program, anna, onAnswer))
    traffic.#talks.push(...(await Promise.all(opening)))
    const anySide = () => (Math.random() < 0.5 ? 'visitor' : 'operator')
    const anyTalk = () => traffic.#talks[Math.floor(Math.random() * visitors)]
    traffic.#timer = setInterval(() => anyTalk()?.send(anySide()), 1_000 / perSecond)
    onTestFinished(() => clearInterval(traffic.#timer))
    return traffic
  }

  /** How often a try was answered so: `ok` or a refusal. */
  count(answer: string): number {
    return this.#answers.get(answer) ?? 0
  }

  /** Resolves once it is so; throws when it isn't within 15 s. */
  async until(isSo: () => boolean): Promise<void> {
    await vi.waitUntil(isSo, { timeout: 15_000, interval: 5 })
  }

  /** Nobody writes any more, and everything was acknowledged and seen; then the relay is killed once more and asked what it has. */
  async settle(within = 20_000): Promise<Harm & { messages: number }> {
    clearInterval(this.#timer)
    const isQuiet = () =>
      this.#talks.every((talk) => talk.pending() === 0 && sides.every((from) => missing(talk, from) === 0))
    await vi.waitUntil(isQuiet, { timeout: within, interval: 50 }).catch(() => {})
    expect(
      this.#talks.map((talk) => talk.pending()),
      'unanswered',
    ).toEqual(this.#talks.map(() => 0))
    await this.#program.end('SIGKILL')
    await this.#program.start()
    const harms = await Promise.all(this.#talks.map(harmTo))
    const messages = this.#talks.flatMap(({ sent }) => [...sent.visitor, ...sent.operator]).length
    return { ...harms.reduce(added, noHarm), messages }
  }
}

function added(one: Harm, other: Harm): Harm {
  return {
    lost: one.lost + other.lost,
    ackedLost: one.ackedLost + other.ackedLost,
    duplicated: one.duplicated + other.duplicated,
    reordered: one.reordered + other.reordered,
    misrouted: one.misrouted + other.misrouted,
  }
}

const acknowledged = (letters: readonly Letter[]) => letters.filter(({ isAcknowledged }) => isAcknowledged)

function missing({ sent, shownTo }: Talk, from: Side): number {
  return lacking(acknowledged(sent[from]), shownTo[otherOf[from]])
}

function lacking(letters: readonly Letter[], seen: readonly Seen[]): number {
  const ids = new Set(seen.map(({ id }) => id))
  return letters.filter(({ id }) => !ids.has(id)).length
}

async function harmTo(talk: Talk): Promise<Harm> {
  const stored = await vi.waitFor(() => talk.stored(), { timeout: 15_000, interval: 200 })
  const views = [stored, talk.shownTo.visitor, talk.shownTo.operator]
  const sum = (count: (view: readonly Seen[]) => number) => views.reduce((total, view) => total + count(view), 0)
  return {
    lost: missing(talk, 'visitor') + missing(talk, 'operator'),
    ackedLost: lacking(acknowledged([...talk.sent.visitor, ...talk.sent.operator]), stored),
    duplicated: sum((view) => view.length - new Set(view.map(({ id }) => id)).size),
    reordered: sum((view) => sides.reduce((total, from) => total + outOfOrder(talk.sent[from], view), 0)),
    misrouted: sum((view) => view.filter(({ text }) => !text.startsWith(talk.id)).length),
  }
}

/** How many of a sender's messages stand after one that was sent later. */
function outOfOrder(letters: readonly Letter[], view: readonly Seen[]): number {
  const places = new Map(letters.map(({ id }, place) => [id, place]))
  const order = view.flatMap(({ id }) => places.get(id) ?? [])
  return order.filter((place, index) => index > 0 && place < (order[index - 1] ?? 0)).length
}
