import * as desk from '../src/index.ts'

/** The outcome of a command that is not refused. */
export function done(outcome: desk.Outcome): Extract<desk.Outcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome
}

/** Why a command is refused; undefined when it is not. */
export function refusalOf(outcome: desk.Outcome): string | undefined {
  return outcome.ok ? undefined : outcome.refusal
}

export const draft = (text: string) => ({ id: `id of ${text}`, text })

/** A desk with these operators on duty and present. */
export function staffed(operators: Record<string, number>): desk.Desk {
  const all = Object.entries(operators).map(([id, capacity]) => ({ id, capacity, isOnDuty: true, isPresent: true }))
  return desk.restore([], all)
}

/** Visitors ask one after another, at 1000, 2000, … ms; their conversations carry their names. */
export function asking(before: desk.Desk, ...names: string[]): desk.Desk {
  return names.reduce(
    (current, name, index) => done(desk.ask(current, question(name, (index + 1) * 1000))).desk,
    before,
  )
}

export function question(name: string, now: number) {
  return { conversationId: name, visitorId: `visitor ${name}`, locale: 'en', draft: draft(`${name} asks`), now }
}

/** An operator takes a conversation, the first in line unless it is named. */
export function taking(before: desk.Desk, operatorId: string, conversationId?: string, now = 9000): desk.Desk {
  return done(desk.take(before, conversationId ? { operatorId, conversationId, now } : { operatorId, now })).desk
}

export const kinds = (outcome: desk.Outcome) => done(outcome).items.map(({ seq, kind }) => `${seq} ${kind}`)
