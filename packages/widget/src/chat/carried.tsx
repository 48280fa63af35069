import type { WidgetKey, WidgetTranslate } from '@deskbell/locales'
import type { Before } from '@deskbell/protocol'
import { alongIcon, Icon } from '@deskbell/ui'
import type { Phrasing } from '../models/phrasing.ts'
import type { ChatProps } from './model.ts'

/** How many searches and entries are named: the newest ones. */
const named = 2

/** Says in one sentence what goes along with the message: searches, entries, page. */
export function Carried({ context, chat }: ChatProps) {
  const words = carriedWords(context.t, chat.phrasing, context.trail.before())
  if (!words) return null
  return (
    <p class="carried">
      <Icon of={alongIcon} />
      <span>{words}</span>
    </p>
  )
}

function carriedWords(t: WidgetTranslate, { all }: Phrasing, { searches, entries, page }: Before): string {
  const quoted = (texts: readonly string[]) => all(texts.slice(-named).map((text) => t('ask.quoted', { text })))
  const parts = [
    { name: 'Search', isThere: searches.length > 0 },
    { name: 'Read', isThere: entries.length > 0 },
    { name: 'Page', isThere: page !== undefined && page.title !== '' },
  ].filter(({ isThere }) => isThere)
  const name = parts.map((part) => part.name).join('')
  if (name === '') return ''
  const key = `ask.sees.${name.charAt(0).toLowerCase()}${name.slice(1)}` as Extract<WidgetKey, `ask.sees.${string}`>
  return t(key, {
    searches: quoted(searches.map(({ query }) => query)),
    entries: quoted(entries.map(({ question }) => question)),
    page: quoted([page?.title ?? '']),
  })
}
