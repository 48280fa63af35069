import type { Http } from '@deskbell/client/http'
import type { Entry, EntryId, Locale, SearchGroup } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import type { EntryDrafts } from './entry-drafts.ts'
import { EntryEditorModel } from './entry-editor.ts'
import { withKeyword, wordsIn } from './entry-form.ts'
import { EntryListModel } from './entry-list.ts'
import { workOf } from './entry-standing.ts'
import { LearnedWordingsModel } from './learned-wordings.ts'
import type { Leaving } from './leaving.ts'
import type { NoticeLine } from './notice.ts'
import { dismissalOf, SearchGroupsModel } from './search-groups.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  leaving: Leaving
  drafts: EntryDrafts
  notice: NoticeLine
  /** The languages the site speaks. */
  site: () => readonly Locale[]
}

/** Entries, what visitors call them, and what they searched in vain: all that is worked on under Entries. */
export const FaqModel = createModel(({ http, leaving, drafts, notice, site }: Given) => {
  const list = new EntryListModel(http, leaving, site)
  const wordings = new LearnedWordingsModel(http, leaving)
  const searches = new SearchGroupsModel(http, leaving)

  async function load(): Promise<void> {
    await Promise.all([list.load(), wordings.load(), searches.load()])
  }

  /** The entry being written, perhaps in the language asked for; whoever asks for it disposes of it. */
  function edit(id: EntryId, asked?: Locale) {
    const stored = list.entries.peek().find((entry) => entry.id === id)
    const here = list.locale.peek()
    const locales = stored ? Object.keys(workOf(stored).translations) : []
    return new EntryEditorModel({
      http,
      id,
      asked,
      stored,
      drafts,
      locale: locales.includes(here) ? here : (locales[0] ?? here),
      notice,
      save: list.save,
      lookAgain: list.lookAgain,
      published: (answers) => void (answers ? searches.answered(answers) : searches.load()),
    })
  }

  /** Makes the words of a search find an entry: as one of its keywords, or as a wording. False: the line says why not. */
  async function attach(group: SearchGroup, entry: Entry, as: 'keyword' | 'wording'): Promise<boolean> {
    const { locale, query } = group
    const refusal =
      as === 'keyword'
        ? await addKeyword(entry, group)
        : await wordings.add({ entryId: entry.id, locale, wording: query })
    const refused = refusal ?? (await searches.answered(dismissalOf(group)))
    const { question } = wordsIn(entry, locale)
    notice.show(
      refused ? { text: refused, isRefusal: true } : { text: wording('searches.attached', { words: query, question }) },
    )
    return refused === undefined
  }

  async function addKeyword(entry: Entry, { locale, query }: SearchGroup): Promise<Wording | undefined> {
    const answer = await list.save(withKeyword(entry, locale, query), entry)
    return answer.ok ? undefined : refusalWording(answer)
  }

  return { list, wordings, searches, load, edit, attach }
})

export type Faq = InstanceType<typeof FaqModel>
