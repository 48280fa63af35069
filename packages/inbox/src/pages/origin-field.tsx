import { type InboxTranslate, sentences } from '@deskbell/locales'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId, useRef } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import type { OriginList } from '../models/origin-list.ts'

interface Props {
  t: InboxTranslate
  list: OriginList
}

/** The addresses of the pages that may show the widget: typed one by one, each added by Enter. */
export function OriginField({ t, list }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const origins = list.origins.value
  const fault = list.fault.value
  function addByEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || list.typed.value.trim() === '') return
    event.preventDefault()
    list.add()
  }
  function add() {
    list.add()
    input.current?.focus()
  }
  function remove(origin: string) {
    list.remove(origin)
    input.current?.focus()
  }
  return (
    <div class="form-field">
      <label for={id}>{t('origins.label')}</label>
      {origins.length > 0 && (
        <ul class="origin-list removables">
          {origins.map((origin) => (
            <li key={origin}>
              <bdi dir="ltr">{origin}</bdi>
              <button type="button" aria-label={t('origins.remove', { origin })} onClick={() => remove(origin)}>
                <Icon of={closeIcon} small />
              </button>
            </li>
          ))}
        </ul>
      )}
      <span class="form-line">
        <input
          ref={input}
          id={id}
          class="form-input"
          type="url"
          dir="ltr"
          autocomplete="off"
          placeholder={t('origins.placeholder')}
          value={list.typed.value}
          onInput={(event) => list.type(event.currentTarget.value)}
          onKeyDown={addByEnter}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        />
        <button class="button form-add" type="button" onClick={add}>
          {t('origins.add')}
        </button>
      </span>
      <FieldFault t={t} id={id} fault={fault} isSaid />
      <span class="form-hint" id={`${id}-hint`}>
        {sentences(t('origins.hint'), t('origins.own'))}
      </span>
      <span class="visually-hidden" role="status">
        {list.added.value && t('origins.added', { origin: list.added.value })}
      </span>
    </div>
  )
}
