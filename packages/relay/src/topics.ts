import type { Entry, NamedTopic, Settings, Topic } from '@deskbell/protocol'

/** What an operator must know to be given a conversation of a page with this `data-topic`, however it is capitalised. */
export function skillFor(topics: readonly Topic[], given: string | undefined): string | undefined {
  const topic = given?.toLowerCase()
  return topics.find(({ id }) => id.toLowerCase() === topic)?.skill
}

/**
 * What entries are grouped by, each once with its id in small letters: the topics of the settings, then what only entries have,
 * called as its id is.
 */
export function topicsOf({ topics, locale }: Settings, entries: readonly Entry[]): NamedTopic[] {
  const names = new Map(topics.map(({ id, name }) => [id.toLowerCase(), name]))
  for (const { category = '' } of entries) {
    const id = category.toLowerCase()
    if (id !== '' && !names.has(id)) names.set(id, category.charAt(0).toLocaleUpperCase(locale) + category.slice(1))
  }
  return [...names].map(([id, name]) => ({ id, name }))
}
