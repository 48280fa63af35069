// The calls that few pages make: a download of its own.
import { beginWith } from './begin-with.ts'
import type { CalledPage } from './called-page.ts'
import { changeLocale } from './change-locale.ts'

export { report } from './reports.ts'

/** What may leave another panel behind gives it. */
const calls: Readonly<Record<string, (page: CalledPage, given: unknown) => Promise<CalledPage> | undefined>> = {
  search({ parts }, text) {
    parts.context.isOpen.value = true
    parts.finding.type(String(text ?? ''))
  },
  entry({ parts }, id) {
    parts.context.navigation.go({ name: 'entry', id: String(id) })
    parts.context.isOpen.value = true
  },
  ask(page, given) {
    page.parts.context.navigation.go({ name: 'person' })
    page.parts.context.isOpen.value = true
    page.chat.load()
    beginWith(page, textOf(given))
  },
  locale: changeLocale,
  shutdown,
}

/**
 * Makes a call that the panel does not know by itself, and gives the panel that is there then. A name that is no call
 * gives a hint on the console, once.
 */
export async function call(page: CalledPage, name: string, given: unknown): Promise<CalledPage> {
  const make = Object.hasOwn(calls, name) ? calls[name] : undefined
  if (!make) hint(name)
  return (await make?.(page, given)) ?? page
}

const hinted = new Set<string>()

function hint(name: string): void {
  if (hinted.has(name)) return
  hinted.add(name)
  const others = Object.keys(calls).join(', ')
  console.warn(`Deskbell('${name}') is no call; there are open, close, identify, on, ${others}`)
}

function textOf(given: unknown): string {
  const text = typeof given === 'object' && given !== null && 'text' in given ? given.text : given
  return typeof text === 'string' ? text : ''
}

/**
 * The widget leaves the page, and its connection ends; what the browser keeps stays. Later calls wait for another script,
 * unless something keeps them already.
 */
function shutdown({ seat, parts, chat }: CalledPage): undefined {
  parts.context.isOpen.value = false
  // One that is still on its way ends when it comes.
  chat.state.subscribe((value) => {
    if (value.kind === 'ready') value.started.model.close()
  })
  seat.root.host.remove()
  const global = window as { Deskbell?: { q?: unknown[] } }
  if (global.Deskbell?.q) return
  const q: unknown[] = []
  global.Deskbell = Object.assign((...given: unknown[]) => void q.push(given), { q })
}
