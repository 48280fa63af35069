import { type OperatorConversation, safeUrl } from '@deskbell/protocol'
import { Avatar, backIcon, checkIcon, Icon } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'
import { Button } from '../components/button.tsx'
import { EmailAddress } from '../components/email-address.tsx'
import { PromiseLine } from '../components/promise-line.tsx'
import { useTurn } from '../components/use-turn.ts'
import { useInbox } from '../inbox-context.ts'
import { questionsFor } from '../models/merging.ts'
import { cameAtOnce, promiseState, waitOf } from '../models/promise.ts'
import { type Standing, standingOf } from '../models/standing.ts'
import { languageInWords, visitorInText, visitorName } from '../words/names.ts'
import { timeThere } from '../words/time-there.ts'
import { clockTime, shortMoment, span, stopwatch, toldRange, waited } from '../words/times.ts'
import { VisitorBlock } from './visitor-block.tsx'
import { VisitorData } from './visitor-data.tsx'
import './visitor-card.css'

/** What we know of the visitor and how their wait went; after what they said, which is looked for first. */
export function VisitorCard({ head }: { head: OperatorConversation }) {
  const { t } = useInbox()
  const name = visitorInText(t, head)
  const isTurn = useTurn()
  return (
    <aside class="visitor-card" aria-label={t('card.label', { name })} aria-busy={!isTurn}>
      {isTurn && <Card head={head} name={name} />}
    </aside>
  )
}

function Card({ head, name }: { head: OperatorConversation; name: string }) {
  const { t, desk } = useInbox()
  const standing = standingOf(head, desk.team.self.value.id)
  return (
    <>
      <header>
        <button type="button" class="back" aria-label={t('card.back')} onClick={desk.view.toggleCard}>
          <Icon of={backIcon} turns />
        </button>
        <Avatar of={{ name: head.name?.trim() || '?' }} size="medium" />
        <div>
          <h2>
            <bdi>{visitorName(t, head)}</bdi>
          </h2>
          <p class="quiet">
            <StandingWords head={head} standing={standing} />
          </p>
        </div>
      </header>
      {/* Of one that was left for later, the way to an operator was no wait in line. */}
      {head.reference === undefined && <TheWait head={head} />}
      <Facts head={head} name={name} />
      <OtherQuestions head={head} />
      <VisitorData head={head} />
      <VisitorBlock head={head} />
    </>
  )
}

function StandingWords({ head, standing }: { head: OperatorConversation; standing: Standing }) {
  const { t, desk } = useInbox()
  switch (standing) {
    case 'waiting':
      return <>{t('card.waitingState')}</>
    case 'mine':
      return <>{t('card.withYou')}</>
    case 'guest':
    case 'colleague': {
      const colleague = desk.team.members.value.find(({ id }) => id === head.operatorId)
      return <>{t('card.withName', { name: colleague?.name ?? '' })}</>
    }
    case 'question':
      return <>{t('card.question', { reference: head.reference ?? '' })}</>
    case 'closed':
      return <>{t('card.closed')}</>
  }
}

/** The promise on the line all promises share, and in words. */
function TheWait({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const now = desk.clock.now.value
  const isWaiting = head.status === 'waiting'
  const ms = waited(head, now)
  const time = stopwatch(ms)
  const { since, promised } = waitOf(head)
  if (!promised) {
    const key = cameAtOnce(head) ? 'card.atOnce' : isWaiting ? 'card.unknownWaits' : 'card.unknownWaited'
    return (
      <section>
        <h3>{t('card.wait')}</h3>
        <p>{t(key, { time })}</p>
      </section>
    )
  }
  const state = promiseState(since, promised, since + ms)
  const shown = isWaiting || state.state === 'late' ? state : { ...state, state: 'in-time' as const }
  const words = t(isWaiting ? 'card.toldWaits' : 'card.toldWaited', { range: toldRange(t, promised), time })
  return (
    <section>
      <h3>{t('card.wait')}</h3>
      <PromiseLine promise={shown} label={words} />
      <p>
        {words}{' '}
        {state.state === 'late' && (
          <span class="late">{t('card.late', { time: span(t, Math.abs(state.leftSeconds)) })}</span>
        )}
        {!isWaiting && state.state !== 'late' && <span class="kept">{t('card.kept')}</span>}
      </p>
    </section>
  )
}

function Facts({ head, name }: { head: OperatorConversation; name: string }) {
  const { t, locale, desk } = useInbox()
  const { email, page, isVisitorConnected, askedAt, reference } = head
  const now = desk.clock.now.value
  const url = page && safeUrl(page.url)
  const time = timeThere(now, head.timeZone, locale)
  return (
    <section>
      <h3>{t('card.facts', { name })}</h3>
      <dl class="facts">
        {reference && <Fact name={t('card.reference')}>{reference}</Fact>}
        <Fact name={t('card.email')}>
          {email ? (
            <a class="link" href={`mailto:${email}`}>
              <EmailAddress of={email} />
            </a>
          ) : (
            <span class="quiet">{t('card.noEmail')}</span>
          )}
        </Fact>
        {head.verifiedId !== undefined && (
          <Fact name={t('card.shopId')}>
            <bdi>{head.verifiedId}</bdi>{' '}
            <span class="vouched">
              <Icon of={checkIcon} small />
              {t('card.verified')}
            </span>
          </Fact>
        )}
        <Fact name={t('card.language')}>{languageInWords(head.locale, locale)}</Fact>
        {time !== undefined && <Fact name={t('card.time')}>{time}</Fact>}
        {page && (
          <Fact name={t('card.on')}>
            {url ? (
              <a class="link" href={url} target="_blank" rel="noopener noreferrer">
                <bdi>{page.title || page.url}</bdi>
              </a>
            ) : (
              <bdi>{page.title || page.url}</bdi>
            )}
          </Fact>
        )}
        <Fact name={t('card.visitor')}>{t(isVisitorConnected ? 'card.here' : 'card.gone')}</Fact>
        <Fact name={t('card.asked')}>
          {now - askedAt < 86_400_000 ? clockTime(askedAt, locale) : shortMoment(askedAt, now, locale)}
        </Fact>
      </dl>
    </section>
  )
}

/** Where they have asked something else that could go on here. */
function OtherQuestions({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  if (questionsFor(head, desk.lists.heads.value, desk.team.self.value.id).length === 0) return null
  const choose = () => {
    desk.view.isCardShown.value = false
    desk.view.open('merge')
  }
  return (
    <section>
      <p>{t('merge.card')}</p>
      <Button keyName="B" onClick={choose}>
        {t('merge.head')}
      </Button>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
