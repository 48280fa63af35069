import { WordListField } from '../components/word-list-field.tsx'
import { useInbox } from '../inbox-context.ts'
import { spelledAsKnown } from '../models/person-profile.ts'
import type { Wording } from '../models/wording.ts'

interface Props {
  skills: readonly string[]
  /** What topics ask for and colleagues have. */
  known: readonly string[]
  onSkills: (skills: string[]) => void
  fault: Wording | undefined
}

/** What somebody knows about, in the words the topics ask for it. */
export function SkillsField({ skills, known, onSkills, fault }: Props) {
  const { t } = useInbox()
  const offered = {
    label: t('person.skillsKnown'),
    addLabel: (skill: string) => t('person.skillAdd', { skill }),
    words: known.filter((skill) => !skills.includes(skill)),
  }
  return (
    <WordListField
      t={t}
      label={t('person.skills')}
      hint={t('person.skillsHint')}
      words={skills}
      onWords={(words) => onSkills(spelledAsKnown(words, known))}
      removeLabel={(skill) => t('person.skillRemove', { skill })}
      fault={fault}
      offered={offered}
    />
  )
}
