import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { lazily } from '../components/lazily.tsx'
import { useModel } from '../components/use-model.ts'
import { type Inbox, InboxContext } from '../inbox-context.ts'
import { EntryListModel } from '../models/entry-list.ts'
import { FirstAnswersModel } from '../models/first-answers.ts'
import { StepHead } from './step-head.tsx'
import { Trouble } from './trouble.tsx'

interface Props {
  /** Of the owner, who is signed in by now. */
  inbox: Inbox
  onDone: () => void
}

const EntryImportPanel = lazily(async () => (await import('../entries/entry-import-panel.tsx')).EntryImportPanel)

/** What visitors find from the first day: from a file, from the sample shop, or nothing yet. */
export function SetUpAnswers({ inbox, onDone }: Props) {
  const { t, http, desk } = inbox
  const model = useModel(() => new FirstAnswersModel(http, onDone))
  const list = useModel(() => new EntryListModel(http, desk.leaving, () => desk.team.settings.value.locales))
  const isImporting = useSignal(false)
  const hasImported = useSignal(false)
  const show = (is: typeof isImporting) => () => {
    is.value = true
  }
  return (
    <>
      <StepHead t={t} at={2} head={t('setUp.answersHead')} />
      <p>{t('setUp.answersText')}</p>
      {isImporting.value ? (
        <InboxContext.Provider value={inbox}>
          <EntryImportPanel list={list} isFirst onDone={show(hasImported)} />
        </InboxContext.Provider>
      ) : (
        <p class="door-actions">
          <Button kind="main" onClick={show(isImporting)}>
            {t('setUp.answersImport')}
          </Button>
        </p>
      )}
      <Trouble t={t} of={model.trouble.value} />
      {hasImported.value ? (
        <p class="door-actions">
          <Button kind="main" onClick={onDone}>
            {t('setUp.goOn')}
          </Button>
        </p>
      ) : (
        <>
          <p class="door-actions">
            <Button onClick={model.takeSample} isDisabled={model.isBusy.value}>
              {t('setUp.answersSample')}
            </Button>
            <Button kind="plain" onClick={onDone}>
              {t('setUp.answersEmpty')}
            </Button>
          </p>
          <p class="quiet">{t('setUp.answersSampleText')}</p>
        </>
      )}
    </>
  )
}
