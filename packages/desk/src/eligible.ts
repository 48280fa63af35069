import type { Locale } from '@deskbell/protocol'
import type { Conversation, Desk, DeskOperator } from './desk.ts'
import { isAvailable } from './operators.ts'

/** Whether the operator said to speak it; a region makes no difference: `pt` is spoken to `pt-BR`. */
export function speaks({ languages = [] }: Pick<DeskOperator, 'languages'>, locale: Locale): boolean {
  return languages.some((language) => languageOf(language) === languageOf(locale))
}

/** The language of a locale, its region left out. */
export function languageOf(locale: Locale): string {
  return locale.split('-')[0]?.toLowerCase() ?? locale
}

/**
 * Who on duty may serve a conversation, free or not: those with the skill it asks for; of them, as long as there are any,
 * those who speak its language, else all.
 */
export function eligible(desk: Desk, { skill, locale }: Pick<Conversation, 'skill' | 'locale'>): DeskOperator[] {
  const able = [...desk.operators.values()].filter(
    (operator) => isAvailable(operator) && (skill === undefined || operator.skills?.includes(skill) === true),
  )
  const speaking = able.filter((operator) => speaks(operator, locale))
  return speaking.length > 0 ? speaking : able
}
