import type { WidgetContext } from '../panel/context.ts'
import { whenWords } from './dates.ts'

/** When somebody is back, in the visitor's own time zone; empty where nobody has said, or where that time is over. */
export function backWords({ t, locale, desk }: WidgetContext, key: 'foot.backAt' | 'question.backAt'): string {
  const at = desk.status.value?.backAt
  const now = Date.now()
  return at === undefined || at <= now ? '' : t(key, { when: whenWords(t, locale, { at, now }) })
}

/** That nobody is here, or, which says as much, when somebody is back. */
export function nobodyWords(context: WidgetContext): string {
  return backWords(context, 'foot.backAt') || context.t('foot.nobody')
}
