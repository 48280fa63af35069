import { closeIcon, Icon, searchIcon } from '@deskbell/ui'
import { useRef } from 'preact/hooks'
import type { PanelParts } from './parts.ts'
import { optionId, resultsId } from './results.tsx'

/** The one search field of home and results: arrow keys move the choice while the caret stays, Enter opens it. */
export function SearchField({ context, finding }: PanelParts) {
  const { t, navigation } = context
  const input = useRef<HTMLInputElement>(null)
  const hasResults = navigation.view.value.name === 'results' && finding.results.value.length > 0
  const clear = () => {
    finding.type('')
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || !hasResults) return
    if (event.key === 'Enter') finding.openChosen()
    else if (event.key === 'ArrowDown') finding.step(1)
    else if (event.key === 'ArrowUp') finding.step(-1)
    else return
    event.preventDefault()
  }
  return (
    <search class="search-field">
      <Icon of={searchIcon} />
      <input
        ref={input}
        class="field"
        type="text"
        data-focus
        role="combobox"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('home.search')}
        aria-autocomplete="list"
        aria-expanded={hasResults}
        aria-controls={hasResults ? resultsId : undefined}
        aria-activedescendant={hasResults ? optionId(finding.chosen.value) : undefined}
        placeholder={t('home.search')}
        value={finding.query.value}
        onInput={(event) => finding.type(event.currentTarget.value)}
        onKeyDown={press}
      />
      {finding.query.value !== '' && (
        <button class="icon-button" type="button" aria-label={t('home.clear')} onClick={clear}>
          <Icon of={closeIcon} />
        </button>
      )}
    </search>
  )
}
