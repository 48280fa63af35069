import type { InboxTranslate } from '@deskbell/locales'
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { EntryImport } from '../models/entry-import.ts'

interface Props {
  t: InboxTranslate
  model: EntryImport
}

/** Where entries are read from: a file that is chosen, or a text that is pasted. */
export function ImportSource({ t, model }: Props) {
  const isBusy = model.state.value.kind === 'busy'
  function choose(event: Event & { currentTarget: HTMLInputElement }) {
    const [file] = event.currentTarget.files ?? []
    if (file) void model.read(file, file.name)
    // The same file may be chosen again once it has been corrected.
    event.currentTarget.value = ''
  }
  return (
    <>
      <p>
        <label class="button button-main import-choose">
          <input
            type="file"
            accept=".json,.csv,.zip,.html,.htm"
            class="visually-hidden"
            disabled={isBusy}
            onChange={choose}
          />
          {t('entryImport.choose')}
        </label>
      </p>
      <Pasted t={t} model={model} />
    </>
  )
}

function Pasted({ t, model }: Props) {
  const id = useId()
  const text = useSignal('')
  const read = () => {
    if (text.peek().trim() !== '') void model.read(new Blob([text.peek()]), t('entryImport.pasted'))
  }
  return (
    <details>
      <summary>{t('entryImport.paste')}</summary>
      <p>
        <label for={id}>{t('entryImport.pasteLabel')}</label>
        <textarea
          id={id}
          class="form-input import-pasted"
          dir="ltr"
          rows={6}
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
          }}
        />
      </p>
      <button class="button" type="button" aria-disabled={text.value.trim() === ''} onClick={read}>
        {t('entryImport.readPasted')}
      </button>
    </details>
  )
}
