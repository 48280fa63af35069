import {
  accepted,
  type EntriesOrder,
  type Entry,
  entriesOrderGuard,
  type OperatorId,
  parse,
  type Reply,
  refused,
  withCategory,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { publishEntries } from './publish-entries.ts'

/** Puts all entries in another order, perhaps some in another category; not where the request doesn't know the same entries. */
export function orderEntries(context: Context, body: unknown, operatorId: OperatorId): Reply<null> {
  const given = parse(entriesOrderGuard, body)
  if (!given.ok) return given
  const next = arranged(context.settings.entries.data, given.value)
  if (!next) return refused('changed-meanwhile')
  publishEntries(context, { operatorId, kind: 'saved' }, next)
  return accepted(null)
}

/** Undefined where it names not each entry once. */
function arranged(entries: readonly Entry[], { ids, placed }: EntriesOrder): Entry[] | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const known = ids.flatMap((id) => byId.get(id) ?? [])
  if (new Set(ids).size !== ids.length || known.length !== ids.length || ids.length !== entries.length) return undefined
  const categories = new Map(placed.map(({ id, category }) => [id, category]))
  return known.map((entry) => {
    const category = categories.get(entry.id)
    return category === undefined ? entry : withCategory(entry, category)
  })
}
