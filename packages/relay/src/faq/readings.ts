import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { languageOf } from '@deskbell/faq'
import type { Locale, PublishedEntry } from '@deskbell/protocol'
import type { Logger } from 'pino'

/** How entries sound whose script does not say, worked out beside the relay's own thread. */
export interface Readings {
  /** The entries, with their readings as far as they are known; `onKnown` is called once the rest are. */
  addTo(entries: readonly PublishedEntry[]): PublishedEntry[]
}

const languages = ['ja', 'zh']
const worker = createRequire(import.meta.url).resolve('#read-aloud')

export function createReadings(log: Logger, onKnown: () => void): Readings {
  const known = new Map<string, readonly string[]>()

  async function learn(locale: Locale, entries: readonly PublishedEntry[]): Promise<void> {
    // Asked for once: where reading fails, the entries stay without until their words or the relay's run change.
    for (const entry of entries) known.set(keyOf(entry), [])
    const written = entries.map(({ question, keywords }) => ({ question, keywords }))
    try {
      for (const [at, { readings }] of (await readAside(locale, written)).entries()) {
        const entry = entries[at]
        if (entry) known.set(keyOf(entry), readings)
      }
      onKnown()
    } catch (error) {
      log.warn({ err: error, locale }, 'could not work out how entries sound')
    }
  }

  return {
    addTo(entries) {
      const spoken = entries.filter((entry) => languages.includes(languageOf(entry.locale)))
      const fresh = spoken.filter((entry) => !known.has(keyOf(entry)))
      for (const locale of new Set(fresh.map((entry) => entry.locale)))
        void learn(
          locale,
          fresh.filter((entry) => entry.locale === locale),
        )
      return entries.map((entry) => {
        const readings = known.get(keyOf(entry)) ?? []
        return readings.length > 0 ? { ...entry, readings } : entry
      })
    },
  }
}

const keyOf = ({ locale, question, keywords }: PublishedEntry) => [locale, question, ...keywords].join('\n')

interface Written {
  question: string
  keywords: readonly string[]
}

/** Runs `read-aloud.mjs` in a thread that ends with its answer. */
function readAside(locale: Locale, entries: readonly Written[]): Promise<(Written & { readings: string[] })[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: { toRead: { locale, entries } } })
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', (code) => reject(new Error(`read-aloud ended with ${code}`)))
  })
}
