import { limits, type TeamMember } from '@deskbell/protocol'
import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals'
import Fuse from 'fuse.js'

/** To whom a conversation goes: colleagues on duty, found by name or role as one types, whoever has a skill, or the line. */
export const TransferChoiceModel = createModel((colleagues: ReadonlySignal<readonly TeamMember[]>) => {
  const query = signal('')
  const note = signal('')
  const chosen = signal<string | undefined>(undefined)
  const fuse = computed(
    () => new Fuse(colleagues.value, { keys: ['name', 'role'], threshold: 0.4, ignoreDiacritics: true }),
  )
  const found = computed(() => {
    const words = query.value.trim()
    return words === '' ? byRoom(colleagues.value) : fuse.value.search(words).map(({ item }) => item)
  })
  const skills = computed(() => skillsOf(colleagues.value, query.value.trim()))
  /** What is sent if nothing else is chosen: the best match with room. */
  const to = computed(() => {
    const ids = [...found.value.filter(hasRoom).map(({ id }) => id), ...skills.value.map(({ id }) => id), 'line']
    return chosen.value !== undefined && ids.includes(chosen.value) ? chosen.value : ids[0]
  })
  const noteIsTooLong = computed(() => note.value.trim().length > limits.messageLength)

  return { query, note, chosen, found, skills, to, noteIsTooLong }
})

export function hasRoom({ conversations, capacity }: TeamMember): boolean {
  return conversations < capacity
}

/** Who has the most room comes first. */
function byRoom(members: readonly TeamMember[]): TeamMember[] {
  return members.toSorted((a, b) => b.capacity - b.conversations - (a.capacity - a.conversations))
}

export interface SkillChoice {
  id: string
  skill: string
  /** How many colleagues on duty have it. */
  count: number
}

/** The skills of who is on duty, as far as they fit what was typed. */
function skillsOf(members: readonly TeamMember[], words: string): SkillChoice[] {
  const all = members.flatMap(({ skills }) => skills)
  return [...new Set(all)]
    .filter((skill) => skill.toLowerCase().includes(words.toLowerCase()))
    .toSorted((a, b) => a.localeCompare(b))
    .map((skill) => ({ id: `skill ${skill}`, skill, count: all.filter((one) => one === skill).length }))
}
