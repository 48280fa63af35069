import type { OperatorConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { sentence, visitorInText } from '../words/names.ts'

/** "Ellen is writing…", a quiet line with room kept for it, so that nothing jumps. */
export function WritingLine({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const writing = desk.typing.writing.value.get(head.id)
  const isVisitor = writing !== undefined && !writing.by
  return (
    <p class="writing" role="status">
      {isVisitor && (
        <>
          <TypingDots />
          {sentence(t('thread.isWriting', { name: visitorInText(t, head) }))}
        </>
      )}
    </p>
  )
}

export function TypingDots() {
  return (
    <span class="typing-dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  )
}
