import type { PublishedEntry } from '@deskbell/protocol'
import { ContactDetails } from './contact-details.tsx'
import { EntryList } from './entry-list.tsx'
import { Loading } from './loading.tsx'
import type { PanelParts } from './parts.ts'
import { Trouble } from './trouble.tsx'
import { usePage } from './use-page.ts'

/** How many entries home shows in all, and at most for this page: few enough to be read. */
const shown = 5
const shownOfPage = 3

/** What is there before anything is typed: entries for this page, of all others the most read, how else to reach the owner. */
export function Home({ context, finding }: PanelParts) {
  const { t, answers, topic } = context
  const state = answers.state.value
  usePage(context)
  const ofPage = entriesOf(topic(), answers.entries.value).slice(0, shownOfPage)
  const mostRead = answers.mostRead.value
  const inOrder = [...new Set([...mostRead, ...answers.entries.value])]
  const others = inOrder.filter((entry) => !ofPage.includes(entry)).slice(0, shown - ofPage.length)
  const isMostRead = others.every((entry) => mostRead.includes(entry))
  return (
    <>
      {state === 'loading' && <Loading context={context} />}
      {state === 'failed' && <Trouble context={context} text={t('panel.failed')} onRetry={() => void answers.load()} />}
      <EntryList context={context} title={t('home.thisPage')} entries={ofPage} onOpen={finding.open} />
      <EntryList
        context={context}
        title={t(isMostRead ? 'home.mostRead' : 'home.answers')}
        entries={others}
        onOpen={finding.open}
      />
      {state !== 'loading' && <ContactDetails context={context} />}
    </>
  )
}

/** Of the page's topic; where it names none, of a category that is a part of its address: `/help/delivery`, `#/delivery`. */
function entriesOf(topic: string | undefined, entries: readonly PublishedEntry[]): readonly PublishedEntry[] {
  const parts = topic ? [inAddress(topic)] : partsOf(location)
  return entries.filter(({ category }) => category && parts.includes(inAddress(category)))
}

function partsOf({ pathname, hash }: Location): string[] {
  const route = /^#!?\//.test(hash) ? hash : ''
  return `${pathname}/${route}`.toLowerCase().split(/[/.?]/)
}

function inAddress(words: string): string {
  return encodeURI(words.trim().replaceAll(' ', '-')).toLowerCase()
}
