import type { Http } from '@deskbell/client/http'
import type { Settings, TeamMember, Topic } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'

/** The topics visitors can ask about, for what they need. None where the relay does not say: they are only suggestions. */
export const TopicsModel = createModel((http: Http) => {
  const topics = signal<readonly Topic[]>([])

  effect(() => {
    void http.get<Settings>('/api/settings').then((answer) => {
      if (answer.ok) topics.value = answer.value.topics
    })
  })

  return { topics }
})

/** Every skill that a topic asks for or somebody has, by the alphabet. */
export function knownSkills(topics: readonly Topic[], team: readonly TeamMember[]): string[] {
  const asked = topics.flatMap(({ skill }) => (skill ? [skill] : []))
  return [...new Set([...asked, ...team.flatMap(({ skills }) => skills)])].toSorted((one, other) =>
    one.localeCompare(other),
  )
}
