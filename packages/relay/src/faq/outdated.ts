import type { EntryId, Locale, OutdatedReply, Translation } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { PartVersion } from '../store/entry-history.ts'

/** The languages of entries that were written for another question or answer than the one in the site's default language is now. */
export function outdatedEntries({ settings, entryHistory }: Pick<Context, 'settings' | 'entryHistory'>): OutdatedReply {
  const { locale } = settings.settings.data
  const versions = byEntry(entryHistory.changedIn(locale))
  const outdated = settings.entries.data.flatMap(({ id, translations }) => {
    const own = versions.get(id)
    const original = translations[locale]
    if (!own || !original) return []
    const others = Object.keys(translations).filter((other) => other !== locale)
    const older = others.filter((other) => originalOf(own, other, locale) !== textOf(original))
    return older.length > 0 ? [[id, older] as const] : []
  })
  return Object.fromEntries(outdated)
}

/** What the original was when these words were last written or found still right; where that is not known, when the history began. */
function originalOf(versions: readonly PartVersion[], locale: Locale, original: Locale): string | undefined {
  const writtenIn = versions.findLast(({ part }) => part === locale)?.changeId ?? 0
  const ofOriginal = versions.filter(({ part }) => part === original)
  const { words = null } = ofOriginal.findLast(({ changeId }) => changeId <= writtenIn) ?? ofOriginal[0] ?? {}
  return words === null ? undefined : textOf(JSON.parse(words) as Translation)
}

/** Keywords are no part of what is translated: each language has its own. */
function textOf({ question, answer }: Translation): string {
  return JSON.stringify([question, answer])
}

function byEntry(versions: readonly PartVersion[]): Map<EntryId, PartVersion[]> {
  const groups = new Map<EntryId, PartVersion[]>()
  for (const version of versions) {
    const group = groups.get(version.entryId)
    if (group) group.push(version)
    else groups.set(version.entryId, [version])
  }
  return groups
}
