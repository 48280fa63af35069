import type { OperatorChange, TeamMember } from '@deskbell/protocol'
import { batch, computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { DraftShelf } from './form-draft.ts'
import { canonicalProfile, profileOf } from './person-profile.ts'

export interface PersonDraftGiven {
  /** As the relay tells it now. */
  member: ReadonlySignal<TeamMember>
  shelf: DraftShelf
}

interface Draft {
  profile: OperatorChange
  /** `canonicalProfile` of what the relay had when this began. */
  base: string
}

/** What is said of an operator as it stands on screen, beside what the relay has. What differs stays on the shelf. */
export const PersonDraftModel = createModel(({ member, shelf }: PersonDraftGiven) => {
  const draft = signal(readDraft(shelf.read()))
  /** What the relay took, until it tells the team. */
  const taken = signal<OperatorChange | undefined>(undefined)
  const stored = computed(() => taken.value ?? profileOf(member.value))
  const profile = computed(() => draft.value?.profile ?? stored.value)
  const isChanged = computed(() => canonicalProfile(profile.value) !== canonicalProfile(stored.value))
  /** The relay's has changed since this draft began: saving would replace that. */
  const isOvertaken = computed(() => isChanged.value && draft.value?.base !== canonicalProfile(stored.value))

  effect(() => {
    shelf.write(isChanged.value ? JSON.stringify(draft.value) : null)
  })
  effect(() => {
    void member.value
    taken.value = undefined
  })

  function change(part: Partial<OperatorChange>): void {
    const base = isChanged.peek() ? draft.peek()?.base : undefined
    draft.value = { profile: { ...profile.peek(), ...part }, base: base ?? canonicalProfile(stored.peek()) }
  }

  /** Back to what the relay has. */
  function discard(): void {
    draft.value = undefined
  }

  /** The relay has taken it; what was changed meanwhile (`isStill` false) stays, unsaved. */
  function settle(next: OperatorChange, isStill: boolean): void {
    batch(() => {
      taken.value = next
      const rest = isStill ? undefined : draft.peek()
      draft.value = rest && { ...rest, base: canonicalProfile(next) }
    })
  }

  return { profile, stored, isChanged, isOvertaken, change, discard, settle }
})

function readDraft(kept: string | null): Draft | undefined {
  return kept === null ? undefined : (JSON.parse(kept) as Draft)
}
