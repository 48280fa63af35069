import { directionOf, sentences } from '@deskbell/locales'
import type { EntryId, PublishedEntry } from '@deskbell/protocol'
import { RichText } from '@deskbell/ui'
import { useEffect } from 'preact/hooks'
import { PanelBody, PanelHead } from './frame.tsx'
import { OnlyIn } from './only-in.tsx'
import type { PanelParts } from './parts.ts'
import { PersonFoot } from './person-foot.tsx'

/** One entry: the answer, whether it helped, and a person where it did not. */
export function EntryView(props: PanelParts & { id: EntryId }) {
  const { context, helpfulness, id } = props
  const entry = context.answers.find(id)
  useEffect(() => {
    if (entry) context.trail.read(entry)
  }, [entry, context])
  return (
    <>
      <PanelHead context={context} title={context.desk.status.value?.siteName ?? context.settings.siteName} />
      <PanelBody context={context}>
        {entry ? <Answer {...props} entry={entry} /> : <p role="alert">{context.t('entry.missing')}</p>}
      </PanelBody>
      <PersonFoot context={context} isOffered={!entry || helpfulness.said.value.get(id) === false} />
    </>
  )
}

function Answer({ context, helpfulness, entry }: PanelParts & { entry: PublishedEntry }) {
  return (
    <>
      <article class="entry" lang={entry.locale} dir={directionOf(entry.locale)}>
        <h3 tabIndex={-1} data-title>
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
