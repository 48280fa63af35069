export { reopen, take, transfer } from './assignment.ts'
export {
  type Asking,
  addNote,
  ask,
  close,
  leaveQuestion,
  pend,
  type Speaker,
  say,
} from './conversation.ts'
export { type Conversation, type Desk, type DeskOperator, emptyDesk, type NewItem, type Outcome } from './desk.ts'
export { addHandlingTime, type HandlingTimes, noHandlingTimes } from './handling.ts'
export {
  addOperator,
  isAnyoneOnDuty,
  loadOf,
  onDuty,
} from './operators.ts'
export { type Returned, removeOperator, setDuty, setPresence, setVisitorPresence } from './presence.ts'
export { positionOf } from './queue.ts'
export { type KnownOperator, restore } from './restore.ts'
export { estimateNext, estimateWaits } from './wait.ts'
