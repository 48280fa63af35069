import { setImmediate } from 'node:timers/promises'
import { limits } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { dayOf } from '../store/day.ts'
import { emptyJournal, eraseConversation, letGoOfEarlierIndex } from './erase.ts'

const day = 86_400_000
/** After a start, for relays that are off at night, in ms. */
const soon = 60_000
/** Erased at a time, so that nobody waits noticeably for an answer meanwhile. */
const itemsAtOnce = 200

type Around = Pick<
  Context,
  'store' | 'live' | 'doorbell' | 'endVisitor' | 'settings' | 'learningStore' | 'reads' | 'log'
>

/** Every night, erases what is older than the owner keeps it. Returns what stops it. */
export function startRetention(around: Around): () => void {
  const ending = new AbortController()
  let timer = setTimeout(tonight, soon)
  function tonight(): void {
    const now = Date.now()
    timer = setTimeout(tonight, nextNight(now) - now)
    eraseOld(around, now, ending.signal).catch((error) =>
      around.log.error({ err: error }, 'old conversations could not be erased'),
    )
  }
  return () => {
    clearTimeout(timer)
    ending.abort()
  }
}

/** Half past three, by the clock of the machine. */
function nextNight(now: number): number {
  const night = new Date(now)
  night.setHours(3, 30, 0, 0)
  if (night.getTime() <= now) night.setDate(night.getDate() + 1)
  return night.getTime()
}

async function eraseOld(around: Around, now: number, ending: AbortSignal): Promise<void> {
  const { settings, learningStore, reads, log } = around
  const { retentionDays } = settings.privacy.data
  const before = now - retentionDays * day
  const counted = dayOf(now - Math.min(retentionDays, limits.searchDays) * day)
  learningStore.forgetBefore(counted)
  reads.forgetBefore(counted)
  await letGoOfEarlierIndex(around.store, ending)
  let conversations = await eraseDeserted(around, before)
  let isMore = true
  while (isMore && !ending.aborted) {
    const erased = eraseSome(around, before)
    conversations += erased
    isMore = erased > 0
    await setImmediate()
  }
  if (ending.aborted) return
  // Every night, for what was erased while a backup read.
  const isEmpty = await emptyJournal(around)
  if (conversations > 0 || !isEmpty)
    log[isEmpty ? 'info' : 'warn']({ conversations, isEmpty }, 'old conversations were erased')
}

/** Open still, and nobody has said anything for as long. */
async function eraseDeserted(around: Around, before: number): Promise<number> {
  const { store, live } = around
  let erased = 0
  for (const { id, askedAt } of [...live.desk.conversations.values()]) {
    const said = live.card(id)?.preview?.at ?? askedAt
    if (said < before && (await eraseConversation({ store, running: around }, id))) erased += 1
  }
  return erased
}

/** In one go with what is to be written, so that nothing that was just opened again is among them. */
function eraseSome({ store, live }: Around, before: number): number {
  void live.flush()
  const ids = store.personal.closedBefore(before, itemsAtOnce)
  if (ids.length > 0) store.personal.erase(ids)
  return ids.length
}
