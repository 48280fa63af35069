import { languageOf } from '@deskbell/faq'
import { type ConversationId, type Locale, type OperatorConversation, safeUrl } from '@deskbell/protocol'
import { backIcon, checkIcon, clockIcon, Icon, labelIcon, personIcon, transferIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { Labels } from '../components/labels.tsx'
import { useInbox } from '../inbox-context.ts'
import { labelsFor } from '../models/labels-for.ts'
import { promiseState, waitOf } from '../models/promise.ts'
import { canClose, canPutOff, type Standing } from '../models/standing.ts'
import { hashOf } from '../router.ts'
import { followUpWords } from '../words/follow-up.ts'
import { languageInWords, listed, sentence, visitorInText, visitorName } from '../words/names.ts'
import { clockTime, stopwatch, waited } from '../words/times.ts'

interface Props {
  head: OperatorConversation
  standing: Standing
}

/** Who it is, how it stands, and what can be done with the whole conversation. */
export function ConversationHead({ head, standing }: Props) {
  const { t, locale, desk } = useInbox()
  const { view, handling, guests, team } = desk
  const canLabel = labelsFor(head, team.settings.value.labels).length > 0
  const labelWords = t(canLabel ? 'labels.button' : 'labels.closeFor')
  return (
    <header class="conversation-head">
      <a class="back" href={hashOf({ page: 'conversations' })} aria-label={t('conversation.toLists')}>
        <Icon of={backIcon} turns />
      </a>
      <div class="conversation-who">
        <h1>
          <bdi>{visitorName(t, head)}</bdi>
        </h1>
        <p class="state">
          <span>
            <State head={head} standing={standing} />
            <Guests head={head} />
            <Readers id={head.id} /> · {languageInWords(head.locale, locale)}
          </span>
          <OnPage head={head} />
        </p>
        {standing === 'mine' && <ForeignLanguage head={head} />}
      </div>
      <div class="actions">
        <Button
          kind="plain"
          class="for-narrow"
          icon={personIcon}
          label={t('conversation.about', { name: visitorInText(t, head) })}
          onClick={view.toggleCard}
        />
        {standing === 'mine' && (
          <Button
            kind="plain"
            icon={transferIcon}
            keyName="T"
            label={t('conversation.transfer')}
            expanded={view.layer.value === 'transfer'}
            onClick={() => view.open('transfer')}
          >
            {t('conversation.transfer')}
          </Button>
        )}
        {standing === 'guest' && (
          <Button isDisabled={guests.isBusy.value} onClick={() => void guests.leave(head.id)}>
            {t('guests.leave')}
          </Button>
        )}
        {canPutOff(standing) && (
          <Button
            kind="plain"
            class="for-wide"
            icon={clockIcon}
            keyName="F"
            label={t('followUp.button')}
            expanded={view.layer.value === 'follow-up'}
            onClick={() => view.open('follow-up')}
          >
            {t('followUp.button')}
          </Button>
        )}
        {(canLabel || canClose(standing)) && (
          <Button
            kind="plain"
            class="for-wide"
            icon={labelIcon}
            keyName="L"
            label={labelWords}
            expanded={view.layer.value === 'labels'}
            onClick={() => view.open('labels')}
          >
            {labelWords}
          </Button>
        )}
        {canClose(standing) && (
          <Button
            icon={checkIcon}
            keyName="E"
            label={t('conversation.close')}
            isDisabled={handling.isBusy.value}
            onClick={() => void handling.close(head)}
          >
            {t('conversation.close')}
          </Button>
        )}
      </div>
      <Labels of={head.labels} />
    </header>
  )
}

/** Who answers beside whose it is; at one's own screen that is oneself without saying. */
function Guests({ head }: { head: OperatorConversation }) {
  const { t, locale, desk } = useInbox()
  const { names, self } = desk.team
  const others = (head.guests ?? []).filter((id) => id !== self.value.id).flatMap((id) => names.value.get(id) ?? [])
  if (others.length === 0) return null
  return <> · {t('guests.with', { names: listed(others, locale, 'conjunction') })}</>
}

/** Colleagues who look at it too. */
function Readers({ id }: { id: ConversationId }) {
  const { t, locale, desk } = useInbox()
  const names = desk.reading.colleagues.value.get(id) ?? []
  if (names.length === 0) return null
  const values = { names: listed(names, locale, 'conjunction'), count: names.length }
  return <span class="readers"> · {t('conversation.readers', values)}</span>
}

/** Where the visitor's language is not among those the operator has said to speak. */
function ForeignLanguage({ head }: { head: OperatorConversation }) {
  const { t, locale, desk } = useInbox()
  const { self, present } = desk.team
  const { languages } = self.value
  if (languages.length === 0 || speaksIt(languages, head.locale)) return null
  const able = present.value.filter((colleague) => speaksIt(colleague.languages, head.locale))
  const values = { name: visitorInText(t, head), language: languageInWords(head.locale, locale) }
  const names = able.map(({ name }) => name)
  const text =
    names.length === 0
      ? t('conversation.nobodySpeaks', values)
      : t('conversation.othersSpeak', { ...values, names: listed(names, locale, 'conjunction'), count: names.length })
  return <p class="foreign">{sentence(text)}</p>
}

/** A region makes no difference. */
function speaksIt(languages: readonly Locale[], locale: Locale): boolean {
  return languages.some((language) => languageOf(language) === languageOf(locale))
}

function State({ head, standing }: Props) {
  const { t, locale, desk } = useInbox()
  const now = desk.clock.now.value
  if (standing === 'waiting') {
    const { since, promised } = waitOf(head)
    const promise = promised && promiseState(since, promised, now)
    const tone = promise && promise.state !== 'in-time' ? promise.state : undefined
    return <span class={tone}>{t('conversation.waitsFor', { time: stopwatch(waited(head, now)) })}</span>
  }
  if (standing === 'question') {
    const back = followUpWords(t, head, { locale, now, team: desk.team })
    return <>{[t('conversation.question', { reference: head.reference ?? '' }), back].filter(Boolean).join(' · ')}</>
  }
  if (standing === 'closed') return <>{t('conversation.closed')}</>
  const time = clockTime(head.assignedAt ?? head.askedAt, locale)
  if (standing === 'mine') return <>{t('conversation.withYou', { time })}</>
  const name = desk.team.members.value.find(({ id }) => id === head.operatorId)?.name ?? ''
  if (standing === 'guest') return <>{t('guests.beside', { name })}</>
  return <>{t('conversation.with', { name, time })}</>
}

function OnPage({ head: { page } }: { head: OperatorConversation }) {
  const { t } = useInbox()
  const url = page && safeUrl(page.url)
  if (!page) return null
  const title = page.title || page.url
  return (
    <span class="on-page">
      <span>· {t('conversation.on')}</span>
      {url ? (
        <a class="link" dir="auto" href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
    </span>
  )
}
