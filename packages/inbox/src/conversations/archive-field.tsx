import { Icon, searchIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import { focusFirstRow } from './open-row.ts'
import './archive.css'

/** Says what is searched, where there are words. */
export const scopeId = 'archive-scope'

/** Where conversations are searched; what is found takes the place of the lists below. */
export function ArchiveField() {
  const { t, desk } = useInbox()
  const { archive } = desk
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape' && archive.isOpen.peek()) {
      event.preventDefault()
      archive.close()
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusFirstRow()
    }
  }
  return (
    <search class="archive-field">
      <Icon of={searchIcon} small />
      <input
        type="search"
        dir="auto"
        autocomplete="off"
        aria-label={t('archive.label')}
        aria-describedby={archive.words.value.trim() === '' ? undefined : scopeId}
        aria-keyshortcuts="/"
        placeholder={t('archive.label')}
        value={archive.words.value}
        onInput={(event) => archive.type(event.currentTarget.value)}
        onKeyDown={press}
      />
    </search>
  )
}

/** Gives the focus to the field, where the lists are on screen. */
export function focusArchiveField(): void {
  document.querySelector<HTMLElement>('.archive-field input')?.focus()
}
