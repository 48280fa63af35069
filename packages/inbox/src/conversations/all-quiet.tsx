import type { OperatorConversation } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { type Inbox, useInbox } from '../inbox-context.ts'
import { secondsToOpen } from '../models/given.ts'
import { promiseState, waitOf } from '../models/promise.ts'
import { hashOf } from '../router.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { clockTime, span } from '../words/times.ts'
import './all-quiet.css'

/** Where no conversation is open: what there is to do, or that there is nothing. */
export function AllQuiet() {
  const { desk } = useInbox()
  if (!desk.lists.isKnown.value) return <section class="conversation conversation-empty" aria-busy="true" />
  return (
    <section class="conversation conversation-empty">
      <div class="all-quiet">
        <WhatToDo />
        <Offers />
      </div>
    </section>
  )
}

function WhatToDo() {
  const { lists, team } = useInbox().desk
  const [given] = lists.given.value
  if (given) return <NewForYou head={given} />
  if (!team.isOnDuty.value) return <Away />
  return lists.waiting.value.length > 0 ? <SomebodyWaits /> : <Quiet />
}

/** Not opened by itself: opening it says that somebody has read it. */
function NewForYou({ head }: { head: OperatorConversation }) {
  const { t, router, desk } = useInbox()
  const { settings, present } = desk.team
  const seconds = secondsToOpen(head, desk.clock.now.value, settings.value.openWithinSeconds)
  const values = { name: visitorInText(t, head), time: span(t, seconds) }
  const open = () => {
    router.go({ page: 'conversations', conversationId: head.id })
    desk.view.write('message')
  }
  return (
    <>
      <h1>{t('quiet.givenHead')}</h1>
      <p>{sentence(t(present.value.length > 0 ? 'quiet.givenText' : 'quiet.givenTextAlone', values))}</p>
      <Button kind="main" keyName="N" onClick={open}>
        {t('quiet.openGiven')}
      </Button>
    </>
  )
}

function Away() {
  const { t, desk } = useInbox()
  return (
    <>
      <h1>{t('quiet.awayHead')}</h1>
      <p>{t('quiet.awayText')}</p>
      <Button kind="main" onClick={() => void desk.handling.setDuty(true)} isDisabled={!desk.link.isUp.value}>
        {t('duty.goOnDuty')}
      </Button>
    </>
  )
}

function SomebodyWaits() {
  const inbox = useInbox()
  const { t, desk } = inbox
  const { team, handling } = desk
  const waiting = desk.lists.waiting.value
  const [next] = waiting
  return (
    <>
      <h1>{t('quiet.waitHead', { count: waiting.length })}</h1>
      {next && <p>{mostPressing(inbox, next)}</p>}
      {team.isFull.value ? (
        <p class="all-quiet-full">
          <b>{t('take.full', team.load.value)}</b> {t(team.isAutomatic.value ? 'take.fullGiven' : 'take.fullText')}
        </p>
      ) : (
        <Button kind="main" keyName="N" isDisabled={handling.isBusy.value} onClick={() => void handling.take()}>
          {t('quiet.takeNext')}
        </Button>
      )}
    </>
  )
}

function mostPressing({ t, desk }: Inbox, head: OperatorConversation): string {
  const { since, promised } = waitOf(head)
  const name = visitorInText(t, head)
  const promise = promised && promiseState(since, promised, desk.clock.now.value)
  if (!promise) return t('quiet.waitLongest', { name })
  const time = span(t, Math.abs(promise.leftSeconds))
  return t(promise.state === 'late' ? 'quiet.waitLate' : 'quiet.waitNext', { name, time })
}

function Quiet() {
  const { t, locale, desk } = useInbox()
  const since = desk.lists.quietSince.value
  const mine = desk.lists.mine.value.length
  const { soundWaiting } = desk.preferences.chosen.value
  const when = since === undefined ? t('quiet.nobody') : t('quiet.since', { time: clockTime(since, locale) })
  if (mine > 0) {
    return (
      <>
        <h1>{t('quiet.chooseHead')}</h1>
        <p>
          {t('quiet.chooseText', { count: mine })} {when}
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{t('quiet.head')}</h1>
      <p>
        {when} {t(soundWaiting ? 'quiet.tell' : 'quiet.tellSilent')}
      </p>
      <HowTheyCome />
    </>
  )
}

function HowTheyCome() {
  const { t, desk } = useInbox()
  const { isAutomatic, settings } = desk.team
  if (!isAutomatic.value) return <p>{t('quiet.taken')}</p>
  return <p>{t('quiet.given', { count: settings.value.openWithinSeconds })}</p>
}

/** The next useful things, where there are any. */
function Offers() {
  const { t, desk } = useInbox()
  const questions = desk.lists.questions.value
  const [oldest] = questions
  const isDemo = desk.team.site.value?.isDemo ?? false
  if (!oldest && !isDemo) return null
  return (
    <ul>
      {oldest && (
        <li>
          <span>
            <b class="number">{questions.length}</b> {t('quiet.questions', { count: questions.length })}
          </span>
          <a class="link link--alone" href={hashOf({ page: 'conversations', conversationId: oldest.id })}>
            {t('quiet.answerOldest')}
          </a>
        </li>
      )}
      {isDemo && (
        <li>
          <span>{t('quiet.demo')}</span>
          <a class="link link--alone" href="../demo/" target="_blank" rel="noopener">
            {t('quiet.openDemo')}
          </a>
        </li>
      )}
    </ul>
  )
}
