import type { InboxTranslate } from '@deskbell/locales'

const json = `[
  {
    "id": "returns-how",
    "category": "returns",
    "translations": {
      "en": {
        "question": "How do I return something?",
        "answer": "Within **30 days**. Print the label from your order.",
        "keywords": ["send back", "refund"]
      }
    }
  }
]`

const csv = `id,category,language,question,answer,keywords
returns-how,returns,en,How do I return something?,Within **30 days**.,send back; refund
returns-how,returns,de,Wie gebe ich etwas zurück?,Innerhalb von **30 Tagen**.,`

const markdown = `en/returns/returns-how.md

# How do I return something?

Within **30 days**. Print the label from your order.`

/** What files may hold, by example. */
export function ImportFormats({ t }: { t: InboxTranslate }) {
  return (
    <details>
      <summary>{t('entryImport.formats')}</summary>
      <dl class="import-formats">
        <dt>JSON</dt>
        <dd>
          {t('entryImport.aboutJson')} {t('entryImport.aboutDraft')}
          <Example text={json} />
        </dd>
        <dt>CSV</dt>
        <dd>
          {t('entryImport.aboutCsv')} {t('entryImport.aboutState')}
          <Example text={csv} />
        </dd>
        <dt>Markdown</dt>
        <dd>
          {t('entryImport.aboutMarkdown')}
          <Example text={markdown} />
        </dd>
        <dt>HTML</dt>
        <dd>{t('entryImport.aboutPage')}</dd>
      </dl>
    </details>
  )
}

function Example({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the screen, the keyboard scrolls it.
    <pre dir="ltr" tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}
