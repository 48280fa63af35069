import fc from 'fast-check'
import * as desk from '../src/index.ts'
import { staffed } from './people.ts'

const team = { Anna: 1, Boris: 2, Mara: 3 }
const operator = fc.constantFrom('Anna', 'Boris', 'Mara')
const visitor = fc.constantFrom('Ada', 'Emil', 'Ines', 'Kim', 'Lena', 'Noor', 'Omar', 'Tove')
const isOn = fc.boolean()

/** One thing somebody does; `after` is in ms, and sometimes the clock is set back. */
export const step = fc.record({
  after: fc.integer({ min: -500, max: 5000 }),
  act: fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('ask' as const), visitor }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('take next' as const), operator }) },
    fc.record({ kind: fc.constant('take' as const), operator, visitor }),
    fc.record({ kind: fc.constant('leave question' as const), visitor }),
    fc.record({ kind: fc.constant('pend' as const), visitor, isPlaceLost: fc.boolean() }),
    fc.record({ kind: fc.constant('put off' as const), visitor, operator, isFor: fc.boolean() }),
    fc.record({ kind: fc.constant('rejoin' as const), visitor }),
    fc.record({ kind: fc.constant('say' as const), visitor, by: fc.option(operator) }),
    fc.record({ kind: fc.constant('note' as const), visitor, operator }),
    fc.record({
      kind: fc.constant('transfer' as const),
      visitor,
      operator,
      to: fc.oneof(operator, fc.constant('line')),
    }),
    fc.record({ kind: fc.constant('close' as const), visitor, by: fc.option(operator) }),
    fc.record({ kind: fc.constant('reopen' as const), visitor, operator }),
    fc.record({ kind: fc.constant('duty' as const), operator, isOn }),
    fc.record({ kind: fc.constant('presence' as const), operator, isOn }),
    fc.record({ kind: fc.constant('visitor presence' as const), visitor, isOn }),
  ),
})
type Act = (typeof step extends fc.Arbitrary<infer S> ? S : never)['act']

/** The desk, and beside it what a store would hold. */
export interface World {
  desk: desk.Desk
  now: number
  stored: ReadonlyMap<string, readonly desk.NewItem[]>
  closed: ReadonlyMap<string, desk.Conversation>
}

export const morning: World = { desk: staffed(team), now: 1_000_000, stored: new Map(), closed: new Map() }

/** The world after a step, and what the command answered, if it can be refused. */
export function play(before: World, { after, act }: { after: number; act: Act }): World & { outcome?: desk.Outcome } {
  const { stored, closed } = before
  const world = { desk: before.desk, now: before.now + after, stored, closed }
  if (act.kind === 'visitor presence') {
    return { ...world, desk: desk.setVisitorPresence(world.desk, { conversationId: act.visitor, isPresent: act.isOn }) }
  }
  if (act.kind === 'duty') {
    return {
      ...world,
      desk: desk.setDuty(world.desk, { operatorId: act.operator, isOnDuty: act.isOn, now: world.now }).desk,
    }
  }
  if (act.kind === 'presence') {
    const told = { operatorId: act.operator, isPresent: act.isOn, now: world.now }
    const { desk: then, returned } = desk.setPresence(world.desk, told)
    return returned.reduce(store, { ...world, desk: then })
  }
  const outcome = command(world, act)
  return outcome.ok ? { ...store({ ...world, desk: outcome.desk }, outcome), outcome } : { ...world, outcome }
}

function command(world: World, act: Exclude<Act, { isOn: boolean }>): desk.Outcome {
  const { now } = world
  if (act.kind === 'take next') return desk.take(world.desk, { operatorId: act.operator, now })
  const conversationId = act.visitor
  const closed = world.closed.get(conversationId)
  const draft = { id: `${now}`, text: 'words' }
  const asking = { conversationId, visitorId: act.visitor, locale: 'en', draft, now, reference: 'Q' }
  switch (act.kind) {
    case 'ask':
      return closed ? { ok: false, refusal: 'conversation-closed' } : desk.ask(world.desk, asking)
    case 'leave question':
      return closed ? { ok: false, refusal: 'conversation-closed' } : desk.leaveQuestion(world.desk, asking)
    case 'take':
      return desk.take(world.desk, { operatorId: act.operator, conversationId, now })
    case 'pend':
      return desk.pend(world.desk, { ...asking, isPlaceLost: act.isPlaceLost })
    case 'put off': {
      const until = act.isFor ? { at: now + 1_000 } : {}
      return desk.putOff(world.desk, { conversationId, by: act.operator, ...until, reference: 'Q', now })
    }
    case 'rejoin':
      return desk.rejoin(world.desk, asking)
    case 'say':
      return desk.say(world.desk, { ...asking, from: act.by ? { operatorId: act.by } : 'visitor' })
    case 'note':
      return desk.addNote(world.desk, { ...asking, operatorId: act.operator })
    case 'transfer':
      return desk.transfer(world.desk, {
        conversationId,
        by: act.operator,
        to: act.to,
        note: draft,
        now,
        openWithin: 500,
      })
    case 'close':
      return desk.close(world.desk, { conversationId, by: act.by ?? 'visitor', now })
    case 'reopen':
      if (!closed) return { ok: false, refusal: 'no-conversation' }
      return desk.reopen(world.desk, { conversation: closed, by: act.operator, now })
  }
}

function store(world: World, { conversation, items }: Pick<desk.Returned, 'conversation' | 'items'>): World {
  const closed = new Map(world.closed)
  if (conversation.status === 'closed') closed.set(conversation.id, conversation)
  else closed.delete(conversation.id)
  const known = world.stored.get(conversation.id) ?? []
  return { ...world, closed, stored: new Map(world.stored).set(conversation.id, [...known, ...items]) }
}
