import { joinNames } from '../panel/names.ts'
import type { ChatProps } from './model.ts'

/** "Anna and Boris answer." */
export function answeringWords({ context, chat }: ChatProps): string {
  const names = (chat.present.value ?? []).map(({ name }) => name)
  if (names.length === 0) return ''
  return context.t('wait.answering', { names: joinNames(context, names, 'and'), count: names.length })
}
