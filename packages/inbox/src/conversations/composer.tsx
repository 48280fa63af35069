import type { OperatorConversation, PublishedEntry } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { lazily } from '../components/lazily.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import type { CannedOption } from '../models/canned-finder.ts'
import { filledIn, type Gap } from '../models/canned-text.ts'
import type { OpenConversation } from '../models/open-conversation.ts'
import { canReply, type Standing } from '../models/standing.ts'
import { WritingModel } from '../models/writing.ts'
import { visitorInText } from '../words/names.ts'
import { AnswerPopover } from './answer-popover.tsx'
import { CannedPopover } from './canned-popover.tsx'
import { ComposerBar } from './composer-bar.tsx'
import { ComposerFiles } from './composer-files.tsx'
import { ComposerStrips } from './composer-strips.tsx'
import { insertText } from './insert-text.ts'
import { focusOpenRow } from './open-row.ts'
import { useAnswerKey } from './use-answer-key.ts'
import { opening, useBrought } from './use-brought.ts'
import { useGrowing } from './use-growing.ts'
import { useWantedFocus } from './use-wanted-focus.ts'
import './composer.css'

const Emoji = lazily(async () => (await import('./emoji.tsx')).Emoji)

interface Props {
  head: OperatorConversation
  open: OpenConversation
  standing: Standing
}

/** Where replies and notes are written. The draft is kept with every letter; Enter sends, Shift and Enter make a line. */
export function Composer({ head, open, standing }: Props) {
  const { t, desk } = useInbox()
  const { view } = desk
  const canAnswer = canReply(standing)
  const model = useModel(() => new WritingModel({ desk, id: head.id, items: open.items }))
  const kind = canAnswer ? view.kind.value : 'note'
  const isNote = kind === 'note'
  const name = visitorInText(t, head)
  const text = model.textOf.value[kind]
  const field = useRef<HTMLTextAreaElement>(null)
  useGrowing(field, text)
  useWantedFocus(field, head.id)
  const isFinding = useSignal(false)
  const isCanned = useSignal(false)
  const isEmoji = useSignal(false)
  useAnswerKey(isFinding, !isNote)
  useBrought({ answer: opening(isFinding), canned: opening(isCanned), emoji: opening(isEmoji) })
  const insert = (entry: PublishedEntry, answer: string) => {
    isFinding.value = false
    model.answer(entry.id)
    if (field.current) insertText(field.current, answer)
  }
  const insertCanned = ({ text: canned }: CannedOption) => {
    isCanned.value = false
    if (!field.current) return
    const { text: filled, gaps } = filledIn(canned, head)
    const { start } = selectionOf(field.current)
    model.gaps.wait(gaps)
    insertText(field.current, filled)
    if (Object.keys(gaps).length > 0) select(field.current, model.gaps.walk({ start, end: start }, 1))
  }
  const send = (event: Event) => {
    event.preventDefault()
    if (!field.current) return
    const gap = model.send(kind, selectionOf(field.current))
    // Also after the button was pressed: the next thing to do is to write on.
    field.current.focus()
    select(field.current, gap)
  }
  /** Tab goes from gap to gap as long as there are any; Escape leaves the field. */
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || isNote || event.isComposing || !field.current) return
    const gap = model.gaps.walk(selectionOf(field.current), event.shiftKey ? -1 : 1)
    if (gap) event.preventDefault()
    select(field.current, gap)
  }
  /** From a note to the reply, from the reply to the keys of the lists; wherever in the form the focus is. */
  const leave = () => {
    if (isNote && canAnswer) return view.write('message')
    view.kind.value = 'message'
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    focusOpenRow()
  }
  return (
    <form
      class={isNote ? 'composer composer--note' : 'composer'}
      aria-label={isNote ? t('composer.noteLabel') : t('composer.label', { name })}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) leave()
      }}
    >
      {isFinding.value && !isNote && (
        <AnswerPopover
          head={head}
          open={open}
          onInsert={insert}
          onClose={(goOn) => {
            isFinding.value = false
            if (goOn) field.current?.focus()
          }}
        />
      )}
      {isCanned.value && !isNote && (
        <CannedPopover
          head={head}
          onInsert={insertCanned}
          onClose={(goOn) => {
            isCanned.value = false
            if (goOn) field.current?.focus()
          }}
        />
      )}
      <div class="composer-box">
        <ComposerStrips head={head} model={model} kind={kind} canAnswer={canAnswer} onLeave={leave} />
        <textarea
          ref={field}
          class="composer-text"
          rows={2}
          dir="auto"
          value={text}
          aria-label={isNote ? t('composer.noteLabel') : t('composer.label', { name })}
          placeholder={isNote ? t('composer.notePlaceholder') : t('composer.placeholder', { name })}
          onInput={(event) => model.write(kind, event.currentTarget.value)}
          onKeyDown={(event) => {
            walk(event)
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
            if (event.key === '/' && !isNote && isAtLineStart(event.currentTarget)) {
              event.preventDefault()
              isCanned.value = true
            }
          }}
        />
        {!isNote && <ComposerFiles id={head.id} model={model} />}
        {isEmoji.value && <Emoji field={field} isOpen={isEmoji} />}
        <ComposerBar
          id={head.id}
          model={model}
          isNote={isNote}
          canAnswer={canAnswer}
          text={text}
          isFinding={isFinding}
          isCanned={isCanned}
          isEmoji={isEmoji}
        />
      </div>
    </form>
  )
}

/** Where a slash is no part of a date or an address. */
function isAtLineStart({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 || value[selectionStart - 1] === '\n'
}

function selectionOf({ selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return { start: selectionStart, end: selectionEnd }
}

/** What is to be filled in is there to be typed over. */
function select(field: HTMLTextAreaElement, gap: Gap | undefined): void {
  if (gap) field.setSelectionRange(gap.start, gap.end)
}
