import type { WidgetKey } from '@deskbell/locales'
import type { Before } from '@deskbell/protocol'
import { alongIcon, Icon } from '@deskbell/ui'
import type { WidgetContext } from '../panel/context.ts'
import { joinNames } from '../panel/names.ts'
import type { ChatProps } from './model.ts'

/** How many searches and entries are named: the newest ones. */
const named = 2

/** Says in one sentence what goes along with the message: searches, entries, page. */
export function Carried({ context }: Pick<ChatProps, 'context'>) {
  const words = carriedWords(context, context.trail.before())
  if (!words) return null
  return (
    <p class="carried">
      <Icon of={alongIcon} turns />
      <span>{words}</span>
    </p>
  )
}

function carriedWords(context: WidgetContext, { searches, entries, page }: Before): string {
  const { t } = context
  const quoted = (texts: readonly string[]) =>
    joinNames(
      context,
      texts.slice(-named).map((text) => t('ask.quoted', { text })),
      'and',
    )
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
