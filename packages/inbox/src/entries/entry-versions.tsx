import type { EntryVersion, Locale, Translation } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import { EntryVersionsModel } from '../models/entry-versions.ts'
import { momentInWords } from '../pages/moment-in-words.ts'
import { Trouble } from '../pages/trouble.tsx'
import { WordsDiff } from './words-diff.tsx'
import './entry-versions.css'

interface Props {
  model: EntryEditor
  locale: Locale
}

/** The earlier words of a language, what each changed, and the way back to them. */
export function EntryVersions({ model, locale }: Props) {
  const { t, http } = useInbox()
  const history = useModel(() => new EntryVersionsModel(http, model.stored, locale))
  const versions = history.versions.value
  if (!versions)
    return history.trouble.value ? <Trouble t={t} of={history.trouble.value} /> : <p>{t('common.loading')}</p>
  if (versions.length === 0) return <p class="quiet">{t('versions.none')}</p>
  return (
    <ol class="entry-versions">
      {versions.map((version, index) => (
        <Version
          key={version.changeId}
          version={version}
          earlier={versions[index + 1]?.words}
          locale={locale}
          onRestore={index > 0 && version.words ? model.restore : undefined}
        />
      ))}
    </ol>
  )
}

interface VersionProps {
  version: EntryVersion
  earlier: Translation | undefined
  locale: Locale
  onRestore: ((words: Translation) => void) | undefined
}

function Version({ version: { by, words }, earlier, locale, onRestore }: VersionProps) {
  const { t, desk } = useInbox()
  const name = by && (desk.team.names.value.get(by.operatorId) ?? t('changes.somebody'))
  return (
    <li>
      <p class="entry-version-head">
        <span>
          {by ? (
            <>
              <time dateTime={new Date(by.at).toISOString()}>{momentInWords(by.at)}</time> · {name} ·{' '}
              {t(`versions.${by.kind}`)}
            </>
          ) : (
            t('versions.found')
          )}
        </span>
        {words && onRestore && <Button onClick={() => onRestore(words)}>{t('versions.restore')}</Button>}
      </p>
      <WordsDiff locale={locale} before={earlier} after={words} />
    </li>
  )
}
