import { originGuard, parse } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { type Wording, wording } from './wording.ts'

const most = 50

/** The host-page origins of a desk, edited one by one where they are kept: in a signal, or in a part of one. */
export const OriginListModel = createModel((kept: { value: readonly string[] }) => {
  const origins = computed(() => kept.value)
  const typed = signal('')
  const fault = signal<Wording | undefined>(undefined)
  const added = signal<string | undefined>(undefined)

  /** Takes over what was typed; an empty field is fine. False: it is no origin, and the fault says why. */
  function add(): boolean {
    const text = typed.value.trim()
    fault.value = text === '' ? undefined : faultOf(text, origins.value)
    if (fault.value) return false
    if (text === '') return true
    const origin = readOrigin(text)
    if (origin) kept.value = [...origins.value, origin]
    added.value = origin
    typed.value = ''
    return true
  }

  function remove(origin: string): void {
    kept.value = origins.value.filter((other) => other !== origin)
    added.value = undefined
  }

  function type(text: string): void {
    typed.value = text
    fault.value = undefined
  }

  return { origins, typed, fault, added, add, remove, type }
})

export type OriginList = InstanceType<typeof OriginListModel>

/** The origin of an address as people paste it: without scheme, or with a path behind it. Undefined: there is none in it. */
export function readOrigin(text: string): string | undefined {
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text)
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`
  try {
    const { origin, hostname } = new URL(address)
    const isPublic = hostname.includes('.') || hostname.includes(':') || hostname === 'localhost'
    const checked = parse(originGuard, origin)
    return isPublic && checked.ok ? checked.value : undefined
  } catch {
    // Not an address: the caller says so.
    return undefined
  }
}

function faultOf(text: string, origins: readonly string[]): Wording | undefined {
  if (text.includes('*')) return wording('origins.star')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text)) return wording('origins.scheme')
  const origin = /\s/.test(text) ? undefined : readOrigin(text)
  if (!origin) return wording('origins.incomplete')
  if (origins.includes(origin)) return wording('origins.twice', { origin })
  return origins.length >= most ? wording('origins.tooMany', { most }) : undefined
}
