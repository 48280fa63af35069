import type { Answer } from '@deskbell/client/http'
import { type EntriesReply, limits } from '@deskbell/protocol'
import type { AskedEntries, Seat } from '../launcher/seat.ts'

const taken: AskedEntries = Promise.resolve([])

/** The answer to what the launcher has asked for; once, and none in another locale. From then on the launcher asks no more. */
export async function takeEntries(seat: Pick<Seat, 'entries' | 'locale'>): Promise<Answer<EntriesReply> | undefined> {
  const { entries, locale } = seat
  seat.entries = taken
  if (!entries || entries === taken) return undefined
  const late = new Promise<readonly []>((resolve) => setTimeout(resolve, limits.requestTimeout, []))
  const [reply] = await Promise.race([entries, late])
  try {
    const value = JSON.parse(reply?.status === 'fulfilled' ? reply.value : '') as EntriesReply
    return value.locale === locale ? { ok: true, value } : undefined
  } catch {
    return { ok: false, refusal: 'unreachable' }
  }
}
