import { directionOf } from '@deskbell/locales'
import type { OperatorConversation } from '@deskbell/protocol'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { FinderField } from '../entries/finder-field.tsx'
import { FinderOption, optionIdOf } from '../entries/finder-option.tsx'
import { useInbox } from '../inbox-context.ts'
import { type CannedFinder, CannedFinderModel, type CannedOption } from '../models/canned-finder.ts'
import { PageState } from '../pages/page-state.tsx'
import { hashOf } from '../router.ts'
import { languageInWords } from '../words/names.ts'
import './answer-popover.css'

interface Props {
  head: OperatorConversation
  onInsert: (option: CannedOption) => void
  /** `goOn`: the focus goes back to the reply. */
  onClose: (goOn: boolean) => void
}

/** Finds a canned reply in the visitor's language and inserts it. */
export function CannedPopover({ head, onInsert, onClose }: Props) {
  const { t, http, desk } = useInbox()
  const [site] = desk.team.settings.peek().locales
  const finder = useModel(() => new CannedFinderModel({ http, locale: head.locale, site }))
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    void finder.load()
  }, [finder])
  const chosen = finder.found.value[finder.chosen.value]
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) onClose(false)
  }
  return (
    <div
      ref={box}
      class="answers"
      role="dialog"
      aria-label={t('canned.label')}
      onFocusOut={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.stopPropagation()
        onClose(true)
      }}
    >
      <FinderField
        finder={finder}
        label={t('canned.filter')}
        listId={listId}
        counted="canned.found"
        onEnter={() => chosen && onInsert(chosen)}
      />
      <div class="answers-split">
        <Options finder={finder} listId={listId} visitors={head.locale} onChoose={onInsert} />
        {chosen && (
          <p class="answers-preview" lang={chosen.locale} dir={directionOf(chosen.locale)}>
            {chosen.text}
          </p>
        )}
      </div>
    </div>
  )
}

interface OptionsProps {
  finder: CannedFinder
  listId: string
  visitors: string
  onChoose: (option: CannedOption) => void
}

function Options({ finder, listId, visitors, onChoose }: OptionsProps) {
  const { t, locale: spoken } = useInbox()
  const { state, trouble, found, words, chosen, load } = finder
  if (state.value !== 'ready') {
    return (
      <div class="finder-state">
        <PageState t={t} state={state.value} trouble={trouble.value} onTryAgain={load} />
      </div>
    )
  }
  if (found.value.length === 0) {
    const isNone = words.value.trim() === ''
    return (
      <p class="finder-state">
        {isNone ? t('canned.none') : t('canned.notFound', { words: words.value.trim() })}{' '}
        {isNone && (
          <a class="link" href={hashOf({ page: 'replies' })}>
            {t('canned.title')}
          </a>
        )}
      </p>
    )
  }
  const isOther = (locale: string) => locale.split('-', 1)[0] !== visitors.split('-', 1)[0]
  return (
    <div class="finder-options" role="listbox" id={listId} aria-label={t('canned.title')}>
      {found.value.map((option, index) => (
        <FinderOption
          key={option.id}
          id={optionIdOf(listId, index)}
          isChosen={chosen.value === index}
          onChoose={() => onChoose(option)}
        >
          <b>{option.name}</b>
          <span class="finder-snippet" lang={option.locale} dir={directionOf(option.locale)}>
            {option.text}
          </span>
          {isOther(option.locale) && (
            <span class="finder-fallback">
              {t('answers.onlyIn', { language: languageInWords(option.locale, spoken) })}
            </span>
          )}
        </FinderOption>
      ))}
    </div>
  )
}
