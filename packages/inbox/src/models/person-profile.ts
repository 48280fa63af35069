import { limits, type OperatorChange } from '@deskbell/protocol'
import { type Wording, wording } from './wording.ts'

export type ProfileFaults = Partial<Record<keyof OperatorChange, Wording>>

/** What the owner says of an operator, by itself. */
export function profileOf({ capacity, languages, skills, rank }: OperatorChange): OperatorChange {
  return { capacity, languages, skills, rank }
}

/** A text that is the same for two profiles with the same in them, whatever order it came in. */
export function canonicalProfile({ capacity, languages, skills, rank }: OperatorChange): string {
  return JSON.stringify([capacity, languages.toSorted(), skills.toSorted(), rank])
}

export function faultsOfProfile({ capacity, languages, skills }: OperatorChange): ProfileFaults {
  const isRight = Number.isInteger(capacity) && capacity >= 1 && capacity <= limits.capacity
  const longest = Math.max(0, ...skills.map(({ length }) => length))
  const skillsFault =
    longest > limits.skillLength
      ? wording('person.skillTooLong', { most: limits.skillLength })
      : tooMany(skills, limits.skills)
  const languagesFault = tooMany(languages, limits.languagesSpoken)
  return {
    ...(!isRight && { capacity: wording('number.between', { least: 1, most: limits.capacity }) }),
    ...(skillsFault && { skills: skillsFault }),
    ...(languagesFault && { languages: languagesFault }),
  }
}

function tooMany({ length }: readonly string[], most: number): Wording | undefined {
  return length > most ? wording('person.tooMany', { most }) : undefined
}

/** Skills as the team writes them already, each once: a topic finds only the very word. */
export function spelledAsKnown(skills: readonly string[], known: readonly string[]): string[] {
  const spelled = skills.map((skill) => known.find((one) => isSame(one, skill)) ?? skill)
  return spelled.filter((skill, index) => spelled.findIndex((one) => isSame(one, skill)) === index)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
