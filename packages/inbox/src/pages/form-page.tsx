import type { InboxTranslate } from '@deskbell/locales'
import type { ComponentChildren, ComponentProps } from 'preact'
import { useEffect } from 'preact/hooks'
import type { FormDraft } from '../models/form-draft.ts'
import { ByOthers } from './by-others.tsx'
import { Form } from './form.tsx'
import { Page } from './page.tsx'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import './settings.css'

interface Props<T> extends Pick<ComponentProps<typeof SettingsMenu>, 't' | 'at' | 'isOwner'> {
  head: string
  text: string
  form: Pick<FormDraft<T>, 'state' | 'draft' | 'trouble' | 'load'>
  /** The page, once there is something to edit. */
  children: (draft: T) => ComponentChildren
}

/** A page under Settings with one form: loads it, and says why where that fails. */
export function FormPage<T>({ head, text, form, children, ...menu }: Props<T>) {
  useEffect(() => {
    void form.load()
  }, [form])
  const draft = form.draft.value
  const state = form.state.value === 'failed' ? 'failed' : 'loading'
  return (
    <Page head={head} text={text} menu={<SettingsMenu {...menu} />}>
      {draft === undefined ? (
        <PageState t={menu.t} state={state} trouble={form.trouble.value} onTryAgain={form.load} />
      ) : (
        children(draft)
      )}
    </Page>
  )
}

interface DraftProps {
  t: InboxTranslate
  label: string
  class?: string
  form: Pick<
    FormDraft<unknown>,
    'state' | 'isChanged' | 'trouble' | 'canUndo' | 'overtaken' | 'discard' | 'save' | 'undo'
  >
  /** Said of what is not saved, where it is not the usual. */
  unsaved?: string
  /** Its trouble is told elsewhere now. */
  isQuiet?: boolean
  /** How a part of it is called, where it has several. */
  partName?: (part: string) => string | undefined
  children: ComponentChildren
}

/** The fields of a form, and the bar below that says whether they are saved. */
export function DraftForm({
  label,
  class: className = 'form settings-form',
  form,
  children,
  partName,
  ...bar
}: DraftProps) {
  const { isQuiet = false, ...said } = bar
  const overtaken = form.overtaken.value
  return (
    <Form label={label} class={className} onSubmit={form.save}>
      {children}
      <SaveBar
        {...said}
        isChanged={form.isChanged.value}
        isSaving={form.state.value === 'saving'}
        isSaved={form.state.value === 'saved'}
        trouble={isQuiet ? undefined : form.trouble.value}
        onDiscard={form.discard}
        {...(overtaken && { overtaken: <ByOthers t={bar.t} of={overtaken} partName={partName} /> })}
        {...(form.canUndo.value && { onUndo: form.undo })}
      />
    </Form>
  )
}
