/** What a key asks for while no field has focus, or a name in the palette. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'take-next'
  | 'next-unread'
  | ConversationAction
  | 'undo'
  | 'keys'
  | 'find'
  | ListAction
  | 'go-conversations'
  | 'go-entries'
  | 'go-settings'
  | 'go-waits'
  | 'switch-duty'
  | 'duty-time'

/** What is done with the conversation on screen. */
export type ConversationAction =
  | 'take'
  | 'reply'
  | 'answer'
  | 'canned'
  | 'attach'
  | 'emoji'
  | 'note'
  | 'transfer'
  | 'take-back'
  | 'invite'
  | 'join'
  | 'decline'
  | 'leave'
  | 'merge'
  | 'follow-up'
  | 'label'
  | 'close-for'
  | 'close'
  | 'reopen'
  | 'write-entry'
  | 'card'
  | 'export'
  | 'erase'
  | 'block'
  | 'unblock'

/** Leads to a list. */
export type ListAction = `list-${'waiting' | 'mine' | 'questions' | 'team' | 'closed'}`

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

const single: Readonly<Record<string, KeyAction>> = {
  j: 'next',
  k: 'previous',
  n: 'take-next',
  u: 'next-unread',
  r: 'reply',
  m: 'note',
  t: 'transfer',
  i: 'invite',
  b: 'merge',
  e: 'close',
  f: 'follow-up',
  l: 'label',
  c: 'card',
  z: 'undo',
  '?': 'keys',
  '/': 'find',
  1: 'list-waiting',
  2: 'list-mine',
  3: 'list-questions',
  4: 'list-team',
  5: 'list-closed',
}

const afterG: Readonly<Record<string, KeyAction>> = {
  c: 'go-conversations',
  e: 'go-entries',
  s: 'go-settings',
  w: 'go-waits',
  a: 'switch-duty',
}

/** How long G waits for its second letter, in ms. */
const patience = 1_500

/** Reads one key after another; G is the first of two. A key held with Ctrl, Alt or ⌘ is the browser's. */
export function createKeyReader(): (pressed: Pressed, now: number) => KeyAction | undefined {
  let goUntil = 0
  return ({ key, ctrlKey, metaKey, altKey }, now) => {
    if (ctrlKey || metaKey || altKey) return undefined
    const letter = key.length === 1 ? key.toLowerCase() : ''
    const table = now < goUntil ? afterG : single
    goUntil = table === single && letter === 'g' ? now + patience : 0
    return Object.hasOwn(table, letter) ? table[letter] : undefined
  }
}
