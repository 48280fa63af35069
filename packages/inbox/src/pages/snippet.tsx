import type { InboxTranslate } from '@deskbell/locales'
import { Copyable } from './copyable.tsx'

/** The line a site owner pastes. The relay that shows this page is the one that rings. */
export function Snippet({ t }: { t: InboxTranslate }) {
  const text = `<script async src="${new URL('../widget.js', location.href)}"></script>`
  return <Copyable t={t} text={text} label={t('snippet.label')} copyLabel={t('snippet.copy')} />
}
