import type { OperatorId } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import { type Wording, wording } from '../models/wording.ts'
import { momentInWords } from '../pages/moment-in-words.ts'
import { modifierKey } from '../words/keys.ts'
import '../pages/save-bar.css'

/** Says quietly whether what is on screen is saved, and saves it, for visitors or as a draft. It stays in sight while the page scrolls. */
export function EntrySaveBar({ model }: { model: EntryEditor }) {
  const { t, router, desk } = useInbox()
  const isChanged = model.isChanged.value
  const isOvertaken = isChanged && model.isOvertaken.value
  const isSaving = model.state.value === 'saving'
  const hasDraft = model.stored.value?.draft !== undefined
  const trouble = troubleOf(model)
  const line = (isOvertaken && theirsOf(model, desk.team.names.value)) || lineOf(model)
  const discard = () => {
    if (!isChanged) return
    model.discard()
    if (model.isNew.peek()) router.go({ page: 'entries' })
  }
  return (
    <div class={isChanged || hasDraft || model.state.value === 'saved' ? 'save-bar save-bar--floats' : 'save-bar'}>
      <p role="status" class={isChanged ? '' : 'quiet'}>
        {!trouble && t(line.key, line.values)}
      </p>
      <p class="form-trouble" role="alert">
        {trouble && t(trouble.key, trouble.values)}
      </p>
      <button class="button" type="button" aria-disabled={!isChanged} onClick={discard}>
        {t(isOvertaken ? 'overtaken.takeTheirs' : 'entry.discard')}
      </button>
      <Button isDisabled={!isChanged || isSaving} onClick={() => void model.save('draft')}>
        {t('entry.saveDraft')}
      </Button>
      <button class="button button-main" type="submit" aria-disabled={!(isChanged || hasDraft) || isSaving}>
        {t(isSaving ? 'entry.saving' : isOvertaken ? 'entry.publishMine' : 'entry.publish')}{' '}
        <span class="key" data-key={`${modifierKey} ↵`} aria-hidden="true" />
      </button>
    </div>
  )
}

/** What is wrong and stands beside no field. */
function troubleOf({ trouble, fault }: EntryEditor): Wording | undefined {
  return trouble.value ?? (fault.value?.field ? undefined : fault.value?.why)
}

/** Who has saved it meanwhile, and when, where that is known. */
function theirsOf({ overtakenBy }: EntryEditor, names: ReadonlyMap<OperatorId, string>): Wording | undefined {
  const by = overtakenBy.value
  const name = by && names.get(by.operatorId)
  return name ? wording('entry.overtakenBy', { name, moment: momentInWords(by.at) }) : undefined
}

function lineOf({ isChanged, isOvertaken, isNew, state, standing }: EntryEditor): Wording {
  if (isChanged.value) return wording(isOvertaken.value ? 'entry.overtaken' : 'entry.unsaved')
  if (state.value === 'saved') return wording(standing.value === 'published' ? 'entry.saved' : 'entry.draftSaved')
  return wording(isNew.value ? 'entry.nothingYet' : 'entry.nothingChanged')
}
