import type { InboxTranslate } from '@deskbell/locales'
import type { OwnSession } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnSessionsModel, type SessionList } from '../models/own-sessions.ts'
import { longDate } from '../words/dates.ts'
import { Trouble } from './trouble.tsx'
import './own-sessions.css'
import './team.css'

/** The browsers one is signed in with, each with a way to end that. */
export function OwnSessions() {
  const { t, http } = useInbox()
  const list = useModel(() => new OwnSessionsModel(http))
  return (
    <section aria-label={t('sessions.head')}>
      <h2>{t('sessions.head')}</h2>
      <SessionRows list={list} />
    </section>
  )
}

/** The sessions of somebody, loaded here. */
export function SessionRows({ list }: { list: SessionList }) {
  const { t } = useInbox()
  const { sessions, isBusy, trouble, load, end } = list
  useEffect(() => {
    void load()
  }, [load])
  return (
    <>
      <ul class="own-sessions">
        {sessions.value.map((session) => (
          <SessionRow key={session.id} session={session} isBusy={isBusy.value} onEnd={() => end(session.id)} />
        ))}
      </ul>
      <Trouble t={t} of={trouble.value} />
    </>
  )
}

interface RowProps {
  session: OwnSession
  isBusy: boolean
  onEnd: () => void
}

function SessionRow({ session, isBusy, onEnd }: RowProps) {
  const { t, locale } = useInbox()
  const { begunAt, seenDay, isThis } = session
  const where = inWords(t, session)
  return (
    <li>
      <span>
        <bdi>{where}</bdi>
        {isThis && <span class="team-tag">{t('sessions.this')}</span>}
        <small>{t('sessions.begun', { day: longDate(begunAt, locale) })}</small>
        {/* At noon by UTC, which is the same day nearly everywhere. */}
        {seenDay && <small>{t('sessions.seen', { day: longDate(Date.parse(`${seenDay}T12:00Z`), locale) })}</small>}
      </span>
      {!isThis && (
        <Button isDisabled={isBusy} label={t('sessions.endOf', { where })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

function inWords(t: InboxTranslate, { browser, system }: OwnSession): string {
  if (browser && system) return t('sessions.browserOn', { browser, system })
  return browser ?? system ?? t('sessions.unknown')
}
