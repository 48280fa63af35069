import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import type { EntryListing } from '../models/entry-list.ts'
import { sentence } from '../words/names.ts'

const newOne = '\n'

/** One of the categories there are, none, or a new one by its name. */
export function CategoryField({ list, model }: { list: EntryListing; model: EntryEditor }) {
  const { t } = useInbox()
  const id = useId()
  const category = model.entry.value.category ?? ''
  const names = list.categories.value.map((one) => one.category).filter(Boolean)
  const isNew = useSignal(category !== '' && !names.includes(category))
  const fault = model.fault.value?.field === 'category' ? model.fault.value.why : undefined
  const choose = (value: string) => {
    isNew.value = value === newOne
    model.writeCategory(value === newOne ? '' : value)
    // The field for its name comes in the place of the list.
    if (isNew.value) requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  return (
    <div class="form-field">
      <label for={id}>{t(isNew.value ? 'entry.categoryName' : 'entry.category')}</label>
      {isNew.value ? (
        <span class="form-line">
          <input
            id={id}
            class="form-input"
            type="text"
            dir="auto"
            autocomplete="off"
            value={category}
            onInput={(event) => model.writeCategory(event.currentTarget.value)}
            aria-invalid={fault ? 'true' : undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
          />
          <button type="button" class="button" onClick={() => choose('')}>
            {t('entry.chooseCategory')}
          </button>
        </span>
      ) : (
        <select
          id={id}
          class="form-input form-select"
          value={category}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('entries.noCategory')}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {sentence(name)}
            </option>
          ))}
          <option value={newOne}>{t('entry.newCategory')}</option>
        </select>
      )}
      <FieldFault t={t} id={id} fault={fault} />
    </div>
  )
}
