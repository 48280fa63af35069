import { directionOf, type WidgetKey } from '@deskbell/locales'
import type { OwnText } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { type OwnWordsForm, ownTexts } from '../models/own-words.ts'
import { useWidgetWords } from './use-widget-words.ts'
import { WordsField } from './words-field.tsx'

/** What the widget says where the owner says nothing. */
const usual: Readonly<Record<OwnText, WidgetKey | undefined>> = {
  label: 'panel.help',
  greeting: 'home.greeting',
  question: 'ask.message',
  away: undefined,
  consent: undefined,
}
const rows: Readonly<Partial<Record<OwnText, number>>> = { away: 3, consent: 4 }

/** The texts of the language that is chosen, and what topics are called in it. */
export function WordsFields({ form }: { form: OwnWordsForm }) {
  const { t } = useInbox()
  const { words, locale, topics, faults, write } = form
  const say = useWidgetWords(locale.value)
  const own = words.value[locale.value] ?? {}
  const spoken = { lang: locale.value, dir: directionOf(locale.value) }
  return (
    <>
      <fieldset class="settings-part">
        <legend>{t('words.texts')}</legend>
        {ownTexts.map((text) => (
          <WordsField
            key={text}
            label={t(`words.${text}`)}
            hint={t(`words.${text}Hint`)}
            placeholder={usual[text] && say?.(usual[text])}
            value={own[text] ?? ''}
            fault={faults.value[text]}
            onValue={(value) => write({ text }, value)}
            own={spoken}
            rows={rows[text]}
          />
        ))}
      </fieldset>
      {topics.value.length > 0 && (
        <fieldset class="settings-part">
          <legend>{t('words.topics')}</legend>
          <p class="quiet">{t('words.topicsHint')}</p>
          <div class="words-topics">
            {topics.value.map(({ id, name }) => (
              <WordsField
                key={id}
                label={name}
                placeholder={name}
                value={own.topics?.[id] ?? ''}
                fault={faults.value[`topic ${id}`]}
                onValue={(value) => write({ topic: id }, value)}
                own={spoken}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
