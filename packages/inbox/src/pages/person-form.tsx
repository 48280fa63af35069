import { limits } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { PersonForm as PersonEditing } from '../models/person-form.ts'
import { Form } from './form.tsx'
import { LanguagesField } from './languages-field.tsx'
import { NumberField } from './number-field.tsx'
import { RankField } from './rank-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { SkillsField } from './skills-field.tsx'

/** What decides which visitors come to an operator; `known` are the skills there are. */
export function PersonForm({ form, known }: { form: PersonEditing; known: readonly string[] }) {
  const { t } = useInbox()
  const { languages, skills, capacity, rank } = form.profile.value
  const faults = form.faults.value
  return (
    <Form label={t('person.form')} class="form person-form" onSubmit={form.save}>
      <LanguagesField
        label={t('person.languages')}
        hint={t('person.languagesHint')}
        chosen={languages}
        fault={faults.languages}
        onChosen={(chosen) => form.change({ languages: chosen })}
      />
      <SkillsField
        skills={skills}
        known={known}
        fault={faults.skills}
        onSkills={(chosen) => form.change({ skills: chosen })}
      />
      <NumberField
        t={t}
        label={t('person.capacity')}
        hint={t('person.capacityHint')}
        value={capacity}
        least={1}
        most={limits.capacity}
        fault={faults.capacity}
        onValue={(value) => form.change({ capacity: value ?? Number.NaN })}
      />
      <RankField rank={rank} onRank={(chosen) => form.change({ rank: chosen })} />
      <SaveBar
        t={t}
        isChanged={form.isChanged.value}
        isSaving={form.state.value === 'saving'}
        isSaved={form.state.value === 'saved'}
        trouble={form.trouble.value}
        onDiscard={form.discard}
        {...(form.canUndo.value && { onUndo: form.undo })}
        {...(form.isOvertaken.value && { unsaved: t('person.overtaken') })}
      />
    </Form>
  )
}
