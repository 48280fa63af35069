import { directionOf } from '@deskbell/locales'
import type { OperatorConversation, PublishedEntry } from '@deskbell/protocol'
import { alongIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { FinderField } from '../entries/finder-field.tsx'
import { FinderOptions } from '../entries/finder-options.tsx'
import { useInbox } from '../inbox-context.ts'
import { chatText } from '../models/chat-text.ts'
import { EntryFinderModel } from '../models/entry-finder.ts'
import { entryLink } from '../models/entry-link.ts'
import type { OpenConversation } from '../models/open-conversation.ts'
import { languageInWords } from '../words/names.ts'
import './answer-popover.css'

interface Props {
  head: OperatorConversation
  open: OpenConversation
  onInsert: (entry: PublishedEntry, text: string) => void
  /** `goOn`: the focus goes back to the reply. It does not where something else was clicked. */
  onClose: (goOn: boolean) => void
}

/** Finds an entry in the visitor's language, beginning with what they searched or wrote, and inserts its answer or the way to it. */
export function AnswerPopover({ head, open, onInsert, onClose }: Props) {
  const { t, http, locale: spoken } = useInbox()
  const { locale } = head
  const finder = useModel(() => new EntryFinderModel({ http, locale, tries: wordsToTry(open) }))
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  useEffect(() => {
    void finder.load()
  }, [finder])
  /** Wanted as a link for as long as this is open. */
  const isLink = useSignal(false)
  const textOf = (entry: PublishedEntry, asLink = isLink.value) =>
    asLink ? entryLink(entry, locale) : chatText(entry.answer)
  const chosen = finder.found.value[finder.chosen.value]
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) onClose(false)
  }
  return (
    <div
      ref={box}
      class="answers"
      role="dialog"
      aria-label={t('answers.label')}
      onFocusOut={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.stopPropagation()
        onClose(true)
      }}
    >
      <FinderField
        finder={finder}
        label={t('answers.filter', { language: languageInWords(locale, spoken) })}
        listId={listId}
        onEnter={({ shiftKey }) => chosen && onInsert(chosen, textOf(chosen, shiftKey || isLink.peek()))}
      />
      <div class="answers-split">
        <FinderOptions
          finder={finder}
          listId={listId}
          locale={locale}
          onChoose={(entry) => onInsert(entry, textOf(entry))}
        />
        {chosen && (
          <p class="answers-preview" lang={chosen.locale} dir={directionOf(chosen.locale)}>
            {textOf(chosen)}
          </p>
        )}
      </div>
      <Foot
        isLink={isLink.value}
        onTurn={() => {
          isLink.value = !isLink.peek()
          // The arrow keys and Enter are the field's.
          box.current?.querySelector('input')?.focus()
        }}
      />
    </div>
  )
}

/** Which key inserts what; where there are no keys, the button says that a link is wanted. */
function Foot({ isLink, onTurn }: { isLink: boolean; onTurn: () => void }) {
  const { t } = useInbox()
  return (
    <div class="answers-foot">
      <p aria-hidden="true">
        <span>
          <span class="key" data-key="↵" /> {t(isLink ? 'answers.insertLink' : 'answers.insert')}
        </span>
        {!isLink && (
          <span>
            <span class="key" data-key="⇧" /> <span class="key" data-key="↵" /> {t('answers.insertLink')}
          </span>
        )}
        <span>
          <span class="key" data-key="↑" /> <span class="key" data-key="↓" /> {t('answers.choose')}
        </span>
      </p>
      <Button kind="plain" icon={alongIcon} pressed={isLink} onClick={onTurn}>
        {t('answers.asLink')}
      </Button>
    </div>
  )
}

/** What they searched last, else what they wrote last. */
function wordsToTry({ before, items }: OpenConversation): string[] {
  const searched = before.peek()?.searches.at(-1)?.query
  const wrote = items.peek().findLast((item) => item.kind === 'message' && item.from === 'visitor')
  return [searched, wrote?.kind === 'message' ? wrote.text : undefined].filter((words) => words !== undefined)
}
