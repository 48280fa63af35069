import { useId } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { FinderField } from '../entries/finder-field.tsx'
import { FinderOption, optionIdOf } from '../entries/finder-option.tsx'
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
                <FinderOption
                  key={command.id}
                  id={optionIdOf(listId, at)}
                  isChosen={chosen.value === at}
                  onChoose={() => choose(command)}
                >
                  <Named command={command} />
                </FinderOption>
              )
            })}
          </div>
        ))}
      </div>
    </>
  )
}

function Named({ command: { name, more, keys } }: { command: Command }) {
  const { desk } = useInbox()
  const shown = desk.preferences.chosen.value.letterKeys ? keys : []
  return (
    <div class="palette-option">
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
