import type { Operator } from '@deskbell/protocol'
import type { ReadonlySignal } from '@preact/signals'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { ShownModel } from '../models/shown.ts'
import { Done } from './done.tsx'
import { Form } from './form.tsx'
import { PictureField } from './picture-field.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

/** What visitors see of an operator, to change: one's own, or as an owner anybody's. */
export function ShownForm({ operator }: { operator: ReadonlySignal<Operator> }) {
  const { t, http, desk } = useInbox()
  const { typed, faults, trouble, state, change, save } = useModel(() => new ShownModel({ http, operator }))
  const isOwn = operator.value.id === desk.team.self.value.id
  const isSaving = state.value === 'saving'
  return (
    <section aria-label={t('shown.head')}>
      <h2>{t('shown.head')}</h2>
      <PictureField operator={operator} />
      <Form label={t('shown.head')} onSubmit={save}>
        <TextField
          t={t}
          label={t('account.name')}
          {...(isOwn && { hint: t('account.nameHint') })}
          value={typed.value.name}
          fault={faults.value.name}
          onValue={(name) => change({ name })}
        />
        <TextField
          t={t}
          label={t(isOwn ? 'account.role' : 'shown.theirRole')}
          {...(isOwn && { hint: t('account.roleHint') })}
          placeholder={t('account.roleExample')}
          value={typed.value.role}
          fault={faults.value.role}
          onValue={(role) => change({ role })}
        />
        <Trouble t={t} of={trouble.value} />
        <button class="button button-main" type="submit" aria-disabled={isSaving}>
          {t(isSaving ? 'settings.saving' : 'shown.save')}
        </button>
        <Done>{state.value === 'saved' && t('shown.saved')}</Done>
      </Form>
    </section>
  )
}
