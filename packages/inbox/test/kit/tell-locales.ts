import { act } from '@testing-library/preact'
import type { ConnectionDouble } from './desk-double.ts'

/** The relay tells which languages the site speaks, its main one first. */
export function tellLocales(relay: ConnectionDouble, ...locales: string[]) {
  return act(async () =>
    relay.tell('settings:changed', { routing: 'automatic', openWithinSeconds: 30, labels: [], locales }),
  )
}
