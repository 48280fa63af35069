import type { TeamMember } from '@deskbell/protocol'
import { useId } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { knownSkills } from '../models/known-skills.ts'
import { languageInWords } from '../words/names.ts'

interface Props {
  team: readonly TeamMember[]
  /** A language or a skill as `isAsked` reads it; empty: anybody. */
  value: string
  onValue: (value: string) => void
}

/** Whom to show: everybody, or who speaks a language or has a skill. */
export function AskedChoice({ team, value, onValue }: Props) {
  const { t, locale } = useInbox()
  const id = useId()
  const languages = [...new Set(team.flatMap((member) => member.languages))]
  const skills = knownSkills([], team)
  return (
    <span class="roster-asked">
      <label for={id}>{t('roster.asked')}</label>
      <select
        id={id}
        class="form-input form-select"
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        <option value="">{t('roster.anybody')}</option>
        {languages.length > 0 && (
          <optgroup label={t('person.languages')}>
            {languages.map((language) => (
              <option key={language} value={`language ${language}`}>
                {languageInWords(language, locale)}
              </option>
            ))}
          </optgroup>
        )}
        {skills.length > 0 && (
          <optgroup label={t('person.skills')}>
            {skills.map((skill) => (
              <option key={skill} value={`skill ${skill}`}>
                {skill}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </span>
  )
}
