import type { Answer } from '@deskbell/client/http'
import type { InboxKey, Values } from '@deskbell/locales'

/** Words for the screen that a model decides on and a component says. */
export interface Wording {
  readonly key: InboxKey
  readonly values?: Values
}

export function wording(key: InboxKey, values?: Values): Wording {
  return values ? { key, values } : { key }
}

/** How a refused request is told to an operator. */
export function refusalWording({ refusal }: Extract<Answer<unknown>, { ok: false }>): Wording {
  return wording(`refusal.${refusal}`)
}
