import type { TeamMember } from '@deskbell/protocol'
import { useId } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { type RosterForm, RosterFormModel } from '../models/roster-form.ts'
import { DraftForm, FormPage } from '../pages/form-page.tsx'
import { HoursOfWeek } from '../pages/hours-of-week.tsx'
import { OtherDaysFields } from './other-days.tsx'
import { WeekCover } from './week-cover.tsx'

interface Props {
  team: readonly TeamMember[]
}

/** Who is on shift when: a picture of a week, and below it the plan of one person after the other. */
export function RosterPage({ team }: Props) {
  const { t, http, desk } = useInbox()
  const form = useModel(() => new RosterFormModel(http, draftShelf('roster'), desk.team.self.peek().id))
  const { plan, faults, hours, changePlan } = form
  const people = team.filter(({ isDisabled }) => !isDisabled)
  return (
    <FormPage t={t} form={form} at="roster" head={t('roster.title')} text={t('roster.text')}>
      {({ plans }) => (
        <div class="roster">
          {hours.value && <WeekCover team={people} plans={plans} hours={hours.value} />}
          <DraftForm
            t={t}
            form={form}
            label={t('roster.title')}
            class="form settings-form hours"
            partName={(id) => team.find((member) => member.id === id)?.name}
          >
            <PersonChoice form={form} team={people} />
            <HoursOfWeek
              label={t('roster.week')}
              none={t('roster.free')}
              week={plan.value.week}
              faults={faults.value.days}
              onWeek={(week) => changePlan({ week })}
            />
            <OtherDaysFields form={form} />
          </DraftForm>
        </div>
      )}
    </FormPage>
  )
}

function PersonChoice({ form: { chosen, hours }, team }: Props & { form: RosterForm }) {
  const { t } = useInbox()
  const id = useId()
  return (
    <div class="form-field">
      <label for={id}>{t('roster.person')}</label>
      <select
        id={id}
        class="form-input form-select"
        value={chosen.value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value
        }}
      >
        {team.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </select>
      <span class="form-hint" id={`${id}-hint`}>
        {t('roster.zone', { zone: hours.value?.timeZone ?? '' })}
      </span>
    </div>
  )
}
