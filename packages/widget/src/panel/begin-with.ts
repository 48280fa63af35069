import type { CalledPage } from './called-page.ts'

/** Words to begin a message with, once the chat is there. What somebody has typed stays. */
export function beginWith({ chat }: CalledPage, text: string): void {
  if (text === '') return
  let isWritten = false
  chat.state.subscribe((value) => {
    if (isWritten || value.kind !== 'ready') return
    isWritten = true
    const { draft } = value.started.model
    if (draft.text.peek().trim() === '') draft.write(text, text.length)
  })
}
