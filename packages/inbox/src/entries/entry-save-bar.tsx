import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import { type Wording, wording } from '../models/wording.ts'
import { modifierKey } from '../words/keys.ts'

/** Says quietly whether what is on screen is saved, and saves it. It stays in sight while the page scrolls. */
export function EntrySaveBar({ model }: { model: EntryEditor }) {
  const { t, router } = useInbox()
  const isChanged = model.isChanged.value
  const isOvertaken = isChanged && model.isOvertaken.value
  const isSaving = model.state.value === 'saving'
  const trouble = troubleOf(model)
  const line = lineOf(model)
  const discard = () => {
    if (!isChanged) return
    model.discard()
    if (model.isNew.peek()) router.go({ page: 'entries' })
  }
  return (
    <div class={isChanged || model.state.value === 'saved' ? 'save-bar save-bar--floats' : 'save-bar'}>
      <p role="status" class={isChanged ? '' : 'quiet'}>
        {!trouble && t(line.key, line.values)}
      </p>
      <p class="form-trouble" role="alert">
        {trouble && t(trouble.key, trouble.values)}
      </p>
      <button class="button" type="button" aria-disabled={!isChanged} onClick={discard}>
        {t(isOvertaken ? 'overtaken.takeTheirs' : 'entry.discard')}
      </button>
      <button class="button button-main" type="submit" aria-disabled={!isChanged || isSaving}>
        {t(isSaving ? 'entry.saving' : isOvertaken ? 'overtaken.saveMine' : 'common.save')}{' '}
        <span class="key" data-key={`${modifierKey} ↵`} aria-hidden="true" />
      </button>
    </div>
  )
}

/** What is wrong and stands beside no field. */
function troubleOf({ trouble, fault }: EntryEditor): Wording | undefined {
  return trouble.value ?? (fault.value?.field ? undefined : fault.value?.why)
}

function lineOf({ isChanged, isOvertaken, isNew, state }: EntryEditor): Wording {
  if (isChanged.value) return wording(isOvertaken.value ? 'entry.overtaken' : 'entry.unsaved')
  if (state.value === 'saved') return wording('entry.saved')
  return wording(isNew.value ? 'entry.nothingYet' : 'entry.nothingChanged')
}
