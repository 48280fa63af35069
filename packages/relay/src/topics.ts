import type { Topic } from '@deskbell/protocol'

/** What an operator must know to be given a conversation of a page with this `data-topic`, however it is capitalised. */
export function skillFor(topics: readonly Topic[], given: string | undefined): string | undefined {
  const topic = given?.toLowerCase()
  return topics.find(({ id }) => id.toLowerCase() === topic)?.skill
}
