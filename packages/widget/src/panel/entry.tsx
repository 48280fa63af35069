import { directionOf, sentences } from '@deskbell/locales'
import type { EntryId, PublishedEntry } from '@deskbell/protocol'
import { RichText } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { PanelBody, PanelHead } from './frame.tsx'
import { Loading } from './loading.tsx'
import { OnlyIn } from './only-in.tsx'
import type { PanelParts } from './parts.ts'
import { PersonFoot } from './person-foot.tsx'
import { Trouble } from './trouble.tsx'

/** One entry: the answer, whether it helped, and a person where it did not. A link of the page's may lead to one that is not here yet. */
export function EntryView(props: PanelParts & { id: EntryId }) {
  const { context, helpfulness, id } = props
  const { answers, t } = context
  const found = useSignal<PublishedEntry | 'loading' | 'missing' | 'failed'>(answers.find(id) ?? 'loading')
  const entry = typeof found.value === 'string' ? undefined : found.value
  const isLate = useRef(false)
  const reach = async () => {
    found.value = 'loading'
    isLate.current = true
    found.value = await answers.reach(id)
  }
  useEffect(() => {
    if (entry) helpfulness.read(entry)
    else void reach()
  }, [entry])
  return (
    <>
      <PanelHead context={context} title={context.desk.status.value?.siteName ?? context.settings.siteName} />
      <PanelBody context={context}>
        {entry && <Answer {...props} entry={entry} isLate={isLate.current} />}
        {found.value === 'loading' && <Loading context={context} />}
        {found.value === 'missing' && <p role="alert">{t('entry.missing')}</p>}
        {found.value === 'failed' && (
          <Trouble context={context} text={t('panel.failed')} onRetry={() => void reach()} />
        )}
      </PanelBody>
      <PersonFoot context={context} isOffered={!entry || helpfulness.said.value.get(id) === false} />
    </>
  )
}

/** `isLate`: the view opened before it, and gave the focus to the panel's title meanwhile. */
function Answer({ context, helpfulness, entry, isLate }: PanelParts & { entry: PublishedEntry; isLate: boolean }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isLate) title.current?.focus({ preventScroll: true })
  }, [isLate])
  return (
    <>
      <article class="entry" lang={entry.locale} dir={directionOf(entry.locale)}>
        <h3 ref={title} tabIndex={-1} data-title>
          {entry.question}
        </h3>
        <RichText tree={entry.answer} />
      </article>
      <OnlyIn context={context} locale={entry.locale} />
      <DidHelp context={context} helpfulness={helpfulness} entry={entry} />
    </>
  )
}

function DidHelp({
  context,
  helpfulness,
  entry,
}: Pick<PanelParts, 'context' | 'helpfulness'> & { entry: PublishedEntry }) {
  const { t } = context
  const said = helpfulness.said.value.get(entry.id)
  const choice = (helped: boolean, word: string) => (
    <button class="button" type="button" aria-pressed={said === helped} onClick={() => helpfulness.say(entry, helped)}>
      {word}
    </button>
  )
  return (
    <section class="did-help" aria-label={t('entry.helped')}>
      <div class="question">
        <p>{t('entry.helped')}</p>
        {choice(true, t('entry.yes'))}
        {choice(false, t('entry.no'))}
      </div>
      <p class="offer" role="status">
        {said === true && t('entry.thanks')}
        {said === false && sentences(t('entry.together'), t('entry.carried'))}
      </p>
    </section>
  )
}
