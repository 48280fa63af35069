import { useModel } from '@preact/signals'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { FinderField } from '../entries/finder-field.tsx'
import { optionIdOf } from '../entries/finder-options.tsx'
import { useInbox } from '../inbox-context.ts'
import { type Command, PaletteModel } from '../models/palette.ts'
import { commandsOf } from './commands.ts'
import './palette.css'

/** Everything that can be done and every page, by some letters of its name. */
export function Palette() {
  const inbox = useInbox()
  const { t, desk } = inbox
  const palette = useModel(() => new PaletteModel(commandsOf(inbox)))
  const listId = useId()
  const { groups, found, chosen, words } = palette
  const choose = (command: Command | undefined) => {
    if (!command) return
    desk.view.closeLayer()
    // The focus goes back to where it was first; what is done may want it elsewhere.
    requestAnimationFrame(command.run)
  }
  return (
    <>
      <FinderField
        finder={palette}
        label={t('palette.label')}
        listId={listId}
        counted="palette.found"
        onEnter={() => choose(found.value[chosen.value])}
      />
      {found.value.length === 0 && <p class="finder-state">{t('palette.none', { words: words.value.trim() })}</p>}
      <div class="finder-options" role="listbox" id={listId} aria-label={t('palette.label')} tabIndex={-1}>
        {groups.value.map(({ name, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
          <div key={name} role="group" aria-label={t(`palette.${name}`)}>
            <p class="palette-group" aria-hidden="true">
              {t(`palette.${name}`)}
            </p>
            {items.map((command) => {
              const at = found.value.indexOf(command)
              return (
                <Option
                  key={command.id}
                  id={optionIdOf(listId, at)}
                  command={command}
                  isChosen={chosen.value === at}
                  onChoose={() => choose(command)}
                />
              )
            })}
          </div>
        ))}
      </div>
    </>
  )
}

interface OptionProps {
  id: string
  command: Command
  isChosen: boolean
  onChoose: () => void
}

function Option({ id, command: { name, more, keys }, isChosen, onChoose }: OptionProps) {
  const { desk } = useInbox()
  const row = useRef<HTMLDivElement>(null)
  const shown = desk.preferences.chosen.value.letterKeys ? keys : []
  useLayoutEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
    <div
      ref={row}
      id={id}
      class="finder-option palette-option"
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <bdi>{name}</bdi>
      {more && <bdi class="finder-snippet">{more}</bdi>}
      {shown.length > 0 && (
        <span class="palette-keys">
          {shown.map((key) => (
            <kbd key={key} class="key">
              {key}
            </kbd>
          ))}
        </span>
      )}
    </div>
  )
}
