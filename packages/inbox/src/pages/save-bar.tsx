import type { InboxTranslate } from '@deskbell/locales'
import type { ComponentChildren } from 'preact'
import type { Wording } from '../models/wording.ts'
import { Trouble } from './trouble.tsx'
import './save-bar.css'

interface Props {
  t: InboxTranslate
  isChanged: boolean
  isSaving: boolean
  isSaved: boolean
  trouble: Wording | undefined
  onDiscard: () => void
  /** Takes the last save back. */
  onUndo?: () => void
  /** Said of what is not saved, where it is not the usual. */
  unsaved?: string
  /** Said where others have saved meanwhile. */
  overtaken?: ComponentChildren
}

/** Says whether what is on screen is saved, and saves it; where others have saved meanwhile, the same two buttons choose. It stays in sight while the page scrolls. */
export function SaveBar({ t, isChanged, isSaving, isSaved, trouble, onDiscard, onUndo, unsaved, overtaken }: Props) {
  return (
    <div class={isChanged || isSaved ? 'save-bar save-bar--floats' : 'save-bar'}>
      <p role="status" class={isChanged ? '' : 'quiet'}>
        {isChanged && !trouble && !overtaken && (unsaved ?? t('settings.unsaved'))}
        {!isChanged && t(isSaved ? 'settings.saved' : 'settings.nothingChanged')}
      </p>
      <Trouble t={t} of={trouble}>
        {overtaken}
      </Trouble>
      {onUndo && !isChanged && (
        <button class="button button-plain" type="button" aria-disabled={isSaving} onClick={onUndo}>
          {t('line.undo')}
        </button>
      )}
      <button class="button" type="button" aria-disabled={!isChanged} onClick={onDiscard}>
        {t(overtaken ? 'overtaken.takeTheirs' : 'settings.discard')}
      </button>
      <button class="button button-main" type="submit" aria-disabled={!isChanged || isSaving}>
        {t(isSaving ? 'settings.saving' : overtaken ? 'overtaken.saveMine' : 'common.save')}
      </button>
    </div>
  )
}
