import { limits, type TeamMember } from '@deskbell/protocol'
import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals'
import Fuse from 'fuse.js'

/** To whom a conversation goes: colleagues on duty, found by name or role as one types, or the line. */
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
  /** What is sent if nothing else is chosen: the best match with room. */
  const to = computed(() => {
    const ids = [...found.value.filter(hasRoom).map(({ id }) => id), 'line']
    return chosen.value !== undefined && ids.includes(chosen.value) ? chosen.value : ids[0]
  })
  const noteIsTooLong = computed(() => note.value.trim().length > limits.messageLength)

  return { query, note, chosen, found, to, noteIsTooLong }
})

export function hasRoom({ conversations, capacity }: TeamMember): boolean {
  return conversations < capacity
}

/** Who has the most room comes first. */
function byRoom(members: readonly TeamMember[]): TeamMember[] {
  return members.toSorted((a, b) => b.capacity - b.conversations - (a.capacity - a.conversations))
}
