export { reopen, take } from './assignment.ts'
export {
  type Answered,
  type Asking,
  addNote,
  ask,
  close,
  leaveQuestion,
  type Speaker,
  say,
} from './conversation.ts'
export { type Conversation, type Desk, type DeskOperator, emptyDesk, type NewItem, type Outcome } from './desk.ts'
export { isDisturbed } from './disturbing.ts'
export { eligible, speaks } from './eligible.ts'
export { answers, invite, joinIn, leave } from './guests.ts'
export { giveBackUnopened, takeBack, transfer, withWhom } from './handover.ts'
export { type Merged, merge, part } from './merge.ts'
export {
  addOperator,
  isAnyoneOnDuty,
  loadOf,
  onDuty,
} from './operators.ts'
export type { Returned } from './outcome.ts'
export { rejoin, removeOperator, setDuty, setPresence, setQuiet, setVisitorPresence } from './presence.ts'
export { pend, putOff } from './questions.ts'
export { positionOf } from './queue.ts'
export { type KnownOperator, restore } from './restore.ts'
export { keepUnopened, open, route, takeBackUnopened } from './routing.ts'
export { WaitEstimator } from './wait/estimator.ts'
export type { LineEvent } from './wait/events.ts'
export { eventsOfHistory, eventsOfItems, eventsOfTeam, newcomerOf } from './wait/observed.ts'
export { tell, type Wait, type WaitChange, waitAfter } from './wait/record.ts'
export { ofLastDays, reportWaits, verdictOf, waitedSeconds } from './wait/report.ts'
