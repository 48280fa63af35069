import type { EntryId } from '@deskbell/protocol'
import { computed, createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'

export type View = { name: 'home' } | { name: 'results' } | { name: 'entry'; id: EntryId } | { name: 'person' }

/** A view as it was left: going back finds it at the same scroll position. */
export interface Place {
  readonly view: View
  scrollTop: number
}

export interface Navigation {
  view: ReadonlySignal<View>
  canGoBack: ReadonlySignal<boolean>
  /** The view that was left by going back, so that focus can return to what led there. */
  left: ReadonlySignal<View | undefined>
  place: ReadonlySignal<Place>
  go(view: View): void
  back(): void
}

/** Which view is shown, and the way back. Home is the ground; the person is never twice in the way back. */
export const NavigationModel = createModel<Navigation, []>(() => {
  const ground: Place = { view: { name: 'home' }, scrollTop: 0 }
  const places = signal<readonly Place[]>([ground])
  const left = signal<View | undefined>(undefined)
  const place = computed(() => places.value.at(-1) ?? ground)
  const view = computed(() => place.value.view)

  return {
    view,
    place,
    left,
    canGoBack: computed(() => places.value.length > 1),
    go(next) {
      left.value = undefined
      places.value = way(places.value, next)
    },
    back() {
      if (places.value.length < 2) return
      left.value = view.value
      places.value = places.value.slice(0, -1)
    },
  }
})
export type NavigationModel = Model<Navigation>

function way(places: readonly Place[], next: View): readonly Place[] {
  const shown = places.at(-1)?.view
  if (shown && isSame(shown, next)) return places
  if (next.name === 'home') return places.slice(0, 1)
  const earlier = next.name === 'person' ? places.findIndex(({ view }) => view.name === 'person') : -1
  return earlier >= 0 ? places.slice(0, earlier + 1) : [...places, { view: next, scrollTop: 0 }]
}

function isSame(one: View, other: View): boolean {
  return one.name === other.name && (one.name !== 'entry' || other.name !== 'entry' || one.id === other.id)
}
