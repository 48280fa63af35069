import { type Wording, wording } from './wording.ts'

/** The ranks that have a name, as the number that travels. */
export const namedRanks = [-1, 0, 1] as const

/** A rank in words; one that was set by number is told as it is. */
export function rankInWords(rank: number): Wording {
  if (rank === -1) return wording('person.rankNewcomer')
  if (rank === 0) return wording('person.rankUsual')
  return rank === 1 ? wording('person.rankFirst') : wording('person.rankOther', { rank })
}
