import { type InboxTranslate, sentences } from '@deskbell/locales'
import { useContext } from 'preact/hooks'
import { InboxContext } from '../inbox-context.ts'
import type { Overtaken } from '../models/overtaken.ts'
import { listed } from '../words/names.ts'

interface Props {
  t: InboxTranslate
  of: Pick<Overtaken<unknown>, 'by' | 'parts'>
  partName: ((part: string) => string | undefined) | undefined
}

/** Who has saved while this was edited, what is other since, and what saving it now would do. */
export function ByOthers({ t, of: { by, parts }, partName = () => undefined }: Props) {
  const { locale = 'en' } = useContext(InboxContext) ?? {}
  const names = [...new Set(parts.flatMap((part) => partName(part) ?? []))]
  const who = by === undefined ? t('overtaken.somebody') : t('overtaken.by', { name: by })
  const what = names.length > 0 && t('overtaken.parts', { parts: listed(names, locale, 'conjunction') })
  return <>{sentences(who, what, t('overtaken.text'))}</>
}
