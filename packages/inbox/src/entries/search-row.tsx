import { directionOf } from '@deskbell/locales'
import { contentOf, type EntryId, type SearchGroup } from '@deskbell/protocol'
import { closeIcon } from '@deskbell/ui'
import { useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { wordsIn } from '../models/entry-form.ts'
import type { Faq } from '../models/faq.ts'
import { wording } from '../models/wording.ts'
import { languageName } from '../pages/language-name.ts'
import { hashOf } from '../router.ts'
import { shortDate } from '../words/dates.ts'
import { focusNext } from './focus-next.ts'

interface Props {
  faq: Faq
  group: SearchGroup
  index: number
  /** 0 to 1, of the most frequent. */
  share: number
  onWrite: () => void
  onAttach: () => void
}

/** One question without an answer: how it was put, how often, what is nearest, and the ways on. */
export function SearchRow({ faq, group, index, share, onWrite, onAttach }: Props) {
  const { t, locale: spoken } = useInbox()
  const { query, alike, locale, count, lastDay } = group
  const own = { lang: locale, dir: directionOf(locale) }
  return (
    <tr>
      <td class="search-words">
        {query === '' ? (
          <span class="quiet">{t('searches.noSearch')}</span>
        ) : (
          <b>
            <bdi {...own}>{query}</bdi>
          </b>
        )}{' '}
        <abbr class="language-tag" title={languageName(locale)}>
          {locale}
        </abbr>
        {alike.length > 0 && (
          <small>
            {t('searches.also')} <bdi {...own}>{alike.slice(0, 4).join(' · ')}</bdi>
          </small>
        )}
      </td>
      <td class="search-count">
        <span>{count}</span>
        <i class="search-bar" style={{ '--share': share }} aria-hidden="true" />
      </td>
      <td class="search-day">{shortDate(Date.parse(`${lastDay}T12:00`), spoken)}</td>
      <td class="search-near">
        <span class="search-label">{t(group.kind === 'unhelpful' ? 'searches.didNotHelp' : 'searches.nearest')}:</span>{' '}
        <NearEntry faq={faq} group={group} />
      </td>
      <td class="search-do">
        <Ways faq={faq} group={group} index={index} onWrite={onWrite} onAttach={onAttach} />
      </td>
    </tr>
  )
}

function NearEntry({ faq, group }: Pick<Props, 'faq' | 'group'>) {
  const { t } = useInbox()
  const id = group.entryId ?? group.near
  const entry = faq.list.entries.value.find((one) => one.id === id)
  if (!entry) return <span class="quiet">{t('searches.noneNear')}</span>
  const content = contentOf(entry)
  const isHere = Object.hasOwn(content.translations, group.locale)
  const locale = isHere ? group.locale : (Object.keys(content.translations)[0] ?? group.locale)
  return (
    <>
      <a href={hashOf({ page: 'entries', entryId: entry.id })}>
        <bdi lang={locale} dir={directionOf(locale)}>
          {wordsIn(content, locale).question}
        </bdi>
      </a>
      {!isHere && <small>{t('searches.notIn', { language: languageName(group.locale) })}</small>}
    </>
  )
}

function Ways({ faq, group, index, onWrite, onAttach }: Omit<Props, 'share'>) {
  const { t, router, desk } = useInbox()
  const cell = useRef<HTMLSpanElement>(null)
  if (!desk.team.self.value.isOwner) return null
  const words = group.query || questionOf(faq, group)
  const improve = (id: EntryId) => {
    faq.list.chosenLocale.value = group.locale
    router.go({ page: 'entries', entryId: id })
  }
  const dismiss = () => {
    const rows = cell.current?.closest('tbody') ?? null
    faq.searches.dismiss(group, wording('searches.dismissed', { words }))
    focusNext(rows, index)
  }
  const { entryId } = group
  return (
    <span ref={cell} class="search-ways">
      {entryId === undefined ? (
        <Button label={t('searches.writeLabel', { words })} onClick={onWrite}>
          {t('searches.write')}
        </Button>
      ) : (
        <Button
          label={t('searches.improveLabel', { question: questionOf(faq, group) })}
          onClick={() => improve(entryId)}
        >
          {t('searches.improve')}
        </Button>
      )}
      {group.query !== '' && (
        <Button label={t('searches.attachLabel', { words })} onClick={onAttach}>
          {t('searches.attach')}
        </Button>
      )}
      <Button kind="plain" icon={closeIcon} label={t('searches.dismiss', { words })} onClick={dismiss} />
    </span>
  )
}

function questionOf(faq: Faq, { entryId, locale }: SearchGroup): string {
  const entry = faq.list.entries.value.find(({ id }) => id === entryId)
  if (!entry) return ''
  const content = contentOf(entry)
  const first = Object.hasOwn(content.translations, locale) ? locale : Object.keys(content.translations)[0]
  return first === undefined ? '' : wordsIn(content, first).question
}
