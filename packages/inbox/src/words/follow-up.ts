import type { InboxTranslate } from '@deskbell/locales'
import type { Locale, OperatorConversation } from '@deskbell/protocol'
import type { Team } from '../models/team.ts'
import { nearMoment } from './duty.ts'

interface Reader {
  locale: Locale
  /** In ms since 1970. */
  now: number
  team: Pick<Team, 'self' | 'names'>
}

/** When a question that was put off comes back, and to whom; undefined for one that was not. */
export function followUpWords(
  t: InboxTranslate,
  { followUp }: OperatorConversation,
  { team, ...reader }: Reader,
): string | undefined {
  if (!followUp) return undefined
  const { at, by } = followUp
  const time = nearMoment(t, at, reader)
  const [yours, theirs] = at > reader.now ? (['yours', 'theirs'] as const) : (['yoursDue', 'theirsDue'] as const)
  const name = team.names.value.get(by)
  return by === team.self.value.id || name === undefined
    ? t(`followUp.${yours}`, { time })
    : t(`followUp.${theirs}`, { time, name })
}
