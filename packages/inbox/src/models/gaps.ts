import type { Locale, TeamMember } from '@deskbell/protocol'

type Knows = Pick<TeamMember, 'languages' | 'skills'>

/** A skill that is asked for and nobody on the team has. */
export function isSkillMissing(team: readonly Knows[], skill = ''): boolean {
  return skill.trim() !== '' && !team.some(({ skills }) => skills.includes(skill.trim()))
}

/** A language nobody on the team speaks, once somebody has said which they speak. A region makes no difference. */
export function isLanguageMissing(team: readonly Knows[], locale: Locale): boolean {
  const spoken = team.flatMap(({ languages }) => languages.map(languageOf))
  return spoken.length > 0 && !spoken.includes(languageOf(locale))
}

/** Whether somebody serves who asks for that: `language de`, `skill Returns`; nothing is asked of anybody. */
export function isAsked({ languages, skills }: Knows, asked: string): boolean {
  const what = asked.slice(asked.indexOf(' ') + 1)
  if (asked.startsWith('skill ')) return skills.includes(what)
  return asked === '' || languages.some((language) => languageOf(language) === languageOf(what))
}

function languageOf(locale: Locale): string | undefined {
  return locale.split('-', 1)[0]?.toLowerCase()
}
