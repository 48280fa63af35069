import { computed, createModel, signal } from '@preact/signals'
import Fuse from 'fuse.js'

/** One thing that can be done by its name: with what is on screen, anywhere, a page to go to, a conversation to open. */
export interface Command {
  id: string
  group: 'here' | 'do' | 'goTo' | 'conversations'
  name: string
  /** What else is known of it. */
  more?: string
  keys: readonly string[]
  run(): void
}

interface Group {
  name: Command['group']
  items: readonly Command[]
}

/** So many conversations are offered before anything is typed. */
const conversationsUnasked = 5

/** Finds commands by some letters of their names. Those of a group stand together, the group of the best one first. */
export const PaletteModel = createModel((all: readonly Command[]) => {
  const index = new Fuse(all, { keys: [{ name: 'name', weight: 3 }, 'more'], ignoreLocation: true, threshold: 0.35 })
  const state = signal('ready')
  const isNear = signal(false)
  const words = signal('')
  const chosen = signal(0)
  const groups = computed(() => {
    const sought = words.value.trim()
    return sought === '' ? grouped(all).map(shortened) : grouped(index.search(sought).map(({ item }) => item))
  })
  const found = computed(() => groups.value.flatMap(({ items }) => items))

  function type(text: string): void {
    words.value = text
    chosen.value = 0
  }

  return { state, isNear, words, chosen, groups, found, type }
})

function grouped(items: readonly Command[]): Group[] {
  const names = [...new Set(items.map(({ group }) => group))]
  return names.map((name) => ({ name, items: items.filter(({ group }) => group === name) }))
}

function shortened({ name, items }: Group): Group {
  return { name, items: name === 'conversations' ? items.slice(0, conversationsUnasked) : items }
}
