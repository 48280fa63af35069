import type { Entry, SearchGroup } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { EntryFinderModel } from '../models/entry-finder.ts'
import type { Faq } from '../models/faq.ts'
import { dismissalOf } from '../models/search-groups.ts'
import { languageName } from '../pages/language-name.ts'
import { FinderField } from './finder-field.tsx'
import { FinderOptions } from './finder-options.tsx'

interface Props {
  faq: Faq
  group: SearchGroup
  onWrite: () => void
  onClose: () => void
}

/** Which entry answers what was searched, and whether the words become one of its keywords or of its wordings. */
export function AttachDialog({ faq, group, onWrite, onClose }: Props) {
  const { t, http, router, desk } = useInbox()
  const { locale, query } = group
  const finder = useModel(() => new EntryFinderModel({ http, locale, tries: [query] }))
  const isBusy = useSignal(false)
  const listId = useId()
  useEffect(() => {
    void finder.load()
  }, [finder])
  const chosen = finder.found.value[finder.chosen.value]
  const entry = faq.list.entries.value.find(({ id }) => id === chosen?.id)
  const attach = async (as: 'keyword' | 'wording') => {
    if (!entry || isBusy.peek()) return
    isBusy.value = true
    const isDone = await faq.attach(group, entry, as)
    isBusy.value = false
    if (isDone) onClose()
  }
  const translate = (of: Entry) => {
    desk.entryDrafts.beginTranslation(of, dismissalOf(group))
    router.go({ page: 'entries', entryId: of.id })
  }
  const isHere = entry !== undefined && Object.hasOwn(entry.translations, locale)
  const language = languageName(locale)
  return (
    <Layer kind="dialog" label={t('attach.head', { words: query })} onClose={onClose}>
      <div class="attach">
        <h2>{t('attach.head', { words: query })}</h2>
        <FinderField
          finder={finder}
          label={t('attach.filter', { language })}
          listId={listId}
          onEnter={() => (isHere ? void attach('keyword') : entry && translate(entry))}
        />
        <FinderOptions
          finder={finder}
          listId={listId}
          locale={locale}
          onChoose={(_entry, index) => {
            finder.chosen.value = index
          }}
        />
        <div class="attach-foot">
          <p class="form-hint">{entry && !isHere ? t('attach.missing', { language }) : t('attach.which')}</p>
          <div class="attach-buttons">
            {entry && !isHere ? (
              <Button kind="main" onClick={() => translate(entry)}>
                {t('attach.translate', { language })}
              </Button>
            ) : (
              <AddButtons entry={entry} isBusy={isBusy.value} onAttach={attach} />
            )}
            <Button onClick={onWrite}>{t('searches.write')}</Button>
            <Button kind="plain" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      </div>
    </Layer>
  )
}

interface AddProps {
  entry: Entry | undefined
  isBusy: boolean
  onAttach: (as: 'keyword' | 'wording') => void
}

function AddButtons({ entry, isBusy, onAttach }: AddProps) {
  const { t } = useInbox()
  const isDisabled = !entry || isBusy
  return (
    <>
      <Button kind="main" isDisabled={isDisabled} onClick={() => onAttach('keyword')}>
        {t('attach.keyword')}
      </Button>
      <Button isDisabled={isDisabled} onClick={() => onAttach('wording')}>
        {t('attach.wording')}
      </Button>
    </>
  )
}
