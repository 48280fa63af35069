import type { Before, OperatorConversation } from '@deskbell/protocol'
import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { type Inbox, useInbox } from '../inbox-context.ts'
import { cameAtOnce, promiseState, waitOf } from '../models/promise.ts'
import { timeThere } from '../words/time-there.ts'
import { clockTime, stopwatch, toldRange } from '../words/times.ts'
import { useCovered } from './use-covered.ts'
import { useWriteEntry } from './write-entry.ts'

interface Props {
  head: OperatorConversation
  before: Before
  /** What scrolls. The first line stays on top of it, and leads back to the story once that has gone out of sight. */
  thread: RefObject<HTMLElement | null>
  /** The thread is shown from its beginning; else the story is a press away. */
  isBeginning: boolean
  onShow: () => void
}

/** What the visitor searched, read and didn't find helpful, and what they were promised: the beginning of every thread. */
export function BeforeWriting({ head, before, thread, isBeginning, onShow }: Props) {
  const inbox = useInbox()
  const { t } = inbox
  const line = useRef<HTMLHeadingElement>(null)
  const story = useRef<HTMLOListElement>(null)
  const isCovered = useCovered({ thread, line, story })
  const show = () => {
    onShow()
    // The button is gone then; the arrow keys go on from here.
    thread.current?.focus()
  }
  return (
    <section class="before" aria-labelledby="before-head">
      <h2 id="before-head" ref={line}>
        {t('before.head')}
        <small>{summary(inbox, before)}</small>
        {(isCovered || !isBeginning) && (
          <button type="button" class="link" onClick={show}>
            {t('before.show')}
          </button>
        )}
      </h2>
      {isBeginning && (
        <ol ref={story}>
          {storyOf(head, before).map((step) => (
            <Step key={`${step.kind}-${step.at}-${step.kind === 'asked' ? '' : step.words}`} step={step} head={head} />
          ))}
          <There head={head} />
        </ol>
      )}
    </section>
  )
}

type StepOf =
  | { kind: 'searched'; at: number; words: string; found: number }
  | { kind: 'read'; at: number; words: string; helped?: boolean }
  | { kind: 'asked'; at: number }

function storyOf({ askedAt }: OperatorConversation, { searches, entries }: Before): StepOf[] {
  const searched = searches.map(({ at, query, found }): StepOf => ({ kind: 'searched', at, words: query, found }))
  const read = entries.map(({ at, question, helped }): StepOf => {
    return { kind: 'read', at, words: question, ...(helped !== undefined && { helped }) }
  })
  return [...[...searched, ...read].toSorted((a, b) => a.at - b.at), { kind: 'asked', at: askedAt }]
}

function askedInWords({ t }: Inbox, head: OperatorConversation): string {
  const { reference, promised, assignedAt } = head
  if (cameAtOnce(head)) return t('before.askedFree')
  if (promised) return t('before.asked', { range: toldRange(t, promised) })
  return reference && assignedAt === undefined ? t('before.left') : t('before.askedUnknown')
}

function Step({ step, head }: { step: StepOf; head: OperatorConversation }) {
  const inbox = useInbox()
  const { t } = inbox
  switch (step.kind) {
    case 'searched':
      return (
        <Line at={step.at} end={step.found === 0 && <WriteEntry head={head} words={step.words} />}>
          <span>
            {t('before.searched')}{' '}
            <q lang={head.locale}>
              <bdi>{step.words}</bdi>
            </q>
            {t('common.comma')}
            {step.found > 0 ? t('before.answers', { count: step.found }) : t('before.nothingFound')}
          </span>
        </Line>
      )
    case 'read':
      return (
        <Line at={step.at} end={<Helped helped={step.helped} />}>
          <span>
            {t('before.readEntry')}{' '}
            <cite lang={head.locale}>
              <bdi>{step.words}</bdi>
            </cite>
          </span>
        </Line>
      )
    case 'asked':
      return (
        <Line at={step.at} end={<Came head={head} />}>
          <span>{askedInWords(inbox, head)}</span>
        </Line>
      )
  }
}

/** What nothing answered becomes an entry. */
function WriteEntry({ head, words }: { head: OperatorConversation; words: string }) {
  const { t } = useInbox()
  const write = useWriteEntry()
  if (!write) return null
  return (
    <button
      type="button"
      class="link link--alone"
      aria-label={t('searches.writeLabel', { words })}
      onClick={() => write(head.locale, words)}
    >
      {t('searches.write')}
    </button>
  )
}

function Line({ at, end, children }: { at: number; end?: ComponentChildren; children: ComponentChildren }) {
  const { locale } = useInbox()
  return (
    <li>
      <time>{clockTime(at, locale)}</time>
      {children}
      {end}
    </li>
  )
}

/** Their page and their time of day, where the card that has both is out of sight: below the words of the line above. */
function There({ head: { page, timeZone, askedAt } }: Pick<Props, 'head'>) {
  const { t, locale, desk } = useInbox()
  const time = timeThere(desk.clock.now.value, timeZone, locale)
  const indent = <time aria-hidden="true">{clockTime(askedAt, locale)}</time>
  return (
    <>
      {page && (
        <li class="before-there">
          {indent}
          <span>
            {t('card.on')} <bdi>{page.title || page.url}</bdi>
          </span>
        </li>
      )}
      {time !== undefined && (
        <li class="before-there">
          {indent}
          <span>
            {t('card.time')} <bdi>{time}</bdi>
          </span>
        </li>
      )}
    </>
  )
}

function Helped({ helped }: { helped: boolean | undefined }) {
  const { t } = useInbox()
  if (helped === undefined) return null
  return helped ? (
    <span class="kept">{t('before.helped')}</span>
  ) : (
    <span class="did-not-help">{t('before.didNotHelp')}</span>
  )
}

/** Who came, and after how long: in the colour of a promise kept or broken. */
function Came({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { assignedAt, operatorId } = head
  const { since, promised } = waitOf(head)
  if (assignedAt === undefined) return null
  const { self, names } = desk.team
  const time = stopwatch(assignedAt - since)
  const name = names.value.get(operatorId ?? '') ?? ''
  if (cameAtOnce(head)) return <span class="kept">{t('before.cameAtOnce', { name })}</span>
  const isLate = promised && promiseState(since, promised, assignedAt).state === 'late'
  return (
    <span class={isLate ? 'late' : 'kept'}>
      {operatorId === self.value.id ? t('before.youCame', { time }) : t('before.came', { name, time })}
    </span>
  )
}

function summary({ t }: Inbox, { searches, entries }: Before): string {
  const unhelped = entries.filter(({ helped }) => helped === false).length
  const parts = [
    searches.length > 0 && t('before.searches', { count: searches.length }),
    entries.length > 0 && t('before.read', { count: entries.length }),
    unhelped > 0 && t('before.noHelp', { count: unhelped }),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(t('common.comma')) : t('before.nothing')
}
