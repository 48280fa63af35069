import { loadLexicons } from '@deskbell/faq'
import { widgetLocales } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import type { Logger } from 'pino'
import { openLearningStore } from '../store/learning-store.ts'
import { openReadStore } from '../store/read-store.ts'
import type { Stores } from '../stores.ts'
import { createLearning } from './learning.ts'
import { createPublication } from './publication.ts'
import { createReads } from './reads.ts'

type LocalesChanged = (locales: readonly Locale[]) => void

/** The entries as they are published, and what is learned about them. */
export async function openFaq({ settings, store, sessions }: Stores, log: Logger, localesChanged: LocalesChanged) {
  const learningStore = openLearningStore(store.database)
  const lexicons = await loadLexicons(widgetLocales)
  const reads = createReads(openReadStore(store.database))
  const wordings = () => learningStore.wordings()
  const publication = createPublication({ settings, lexicons, wordings, reads, log, localesChanged })
  const secret = sessions.secret('wording-askers')
  return { publication, reads, learningStore, learning: createLearning({ store: learningStore, publication, secret }) }
}
