import { type LineLimits, limits, type Settings, type Topic } from '@deskbell/protocol'
import { type Wording, wording } from './wording.ts'

export type LineFaults = Partial<Record<'openWithinSeconds' | keyof LineLimits, Wording>>
export type TopicFaults = Partial<Record<keyof Topic, Wording>>

/** What each number of the line may be. */
export const lineBounds = {
  openWithinSeconds: { least: limits.openWithinMinimum, most: limits.openWithinSeconds },
  maximumLength: { least: 1, most: limits.lineLength },
  maximumWaitMinutes: { least: 1, most: limits.waitMinutes },
} as const

export function faultsOfLine({ openWithinSeconds, line }: Settings): LineFaults {
  const { maximumLength, maximumWaitMinutes } = line
  return filled({
    openWithinSeconds: numberFault(openWithinSeconds, lineBounds.openWithinSeconds),
    maximumLength: maximumLength === undefined ? undefined : numberFault(maximumLength, lineBounds.maximumLength),
    maximumWaitMinutes: numberFault(maximumWaitMinutes, lineBounds.maximumWaitMinutes),
  })
}

/** Undefined where a whole number is within its bounds. */
export function numberFault(value: number, { least, most }: { least: number; most: number }): Wording | undefined {
  const isRight = Number.isInteger(value) && value >= least && value <= most
  return isRight ? undefined : wording('number.between', { least, most })
}

/** What is wrong with each topic, in their order; nothing is wrong with an empty one, which is not sent. */
export function faultsOfTopics(topics: readonly Topic[]): TopicFaults[] {
  return topics.map((topic, index) => {
    if (isBlank(topic)) return {}
    const [id, name, skill] = [topic.id.trim(), topic.name.trim(), topic.skill?.trim() ?? '']
    const isTwice = topics.some((other, place) => place < index && other.id.trim() === id)
    return filled({
      id: isTwice ? wording('topics.idTwice', { id }) : textFault(id, wording('topics.idMissing'), limits.titleLength),
      name: textFault(name, wording('topics.nameMissing'), limits.nameLength),
      skill: lengthFault(skill, limits.skillLength),
    })
  })
}

/** The topics as they travel: without empty ones, and without an empty skill. */
export function topicsToSend(topics: readonly Topic[]): Topic[] {
  return topics
    .filter((topic) => !isBlank(topic))
    .map(({ id, name, skill = '' }) => ({
      id: id.trim(),
      name: name.trim(),
      ...(skill.trim() && { skill: skill.trim() }),
    }))
}

function isBlank({ id, name, skill = '' }: Topic): boolean {
  return `${id}${name}${skill}`.trim() === ''
}

function textFault(text: string, missing: Wording, most: number): Wording | undefined {
  return text === '' ? missing : lengthFault(text, most)
}

function lengthFault(text: string, most: number): Wording | undefined {
  return text.length > most ? wording('account.tooLong', { most }) : undefined
}

function filled<T extends object>(faults: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined)) as Partial<T>
}
