import type { ChatModel } from './model.ts'

/** Nobody answers whoever asks now, as far as anybody has told. */
export function isNobodyThere({ conversation, present }: ChatModel): boolean {
  return present.value?.length === 0 || conversation.refusal.value === 'nobody-on-duty'
}
