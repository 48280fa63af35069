import { wordingOf } from '@deskbell/faq'
import type { Feedback } from '@deskbell/protocol'
import type Database from 'libsql'
import { openLearningStore } from './learning-store.ts'

/** What was stored piece by piece, with its moment, is counted by day; the pieces are gone. */
export function moveFeedback(database: Database.Database): void {
  const learning = openLearningStore(database)
  for (const { at, feedback } of database.prepare('SELECT at, feedback FROM feedback').all() as Row[]) {
    const day = new Date(at).toISOString().slice(0, 10)
    const given = JSON.parse(feedback) as Exclude<Feedback, { kind: 'read' }>
    if (given.kind === 'helped') {
      learning.addHelpfulness(given, day)
      continue
    }
    const query = wordingOf(given.query, given)
    if (query) learning.addSearch({ kind: 'nothing-found', locale: given.locale, query }, day)
  }
  database.exec('DROP TABLE feedback')
}

interface Row {
  at: number
  feedback: string
}
