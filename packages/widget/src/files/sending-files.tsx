import type { ChatProps } from '../chat/model.ts'
import { HeldFile } from './held-file.tsx'
import { SendingFile } from './sending-file.tsx'
import type { SendingModel } from './sending-model.ts'

/** What is on its way, at the end of what was said; below the first message, what will go along with it. */
export function createSendingFiles(model: SendingModel) {
  return ({ context, chat }: ChatProps) => {
    const isHeld = chat.conversation.stage.value === 'asking'
    const files = model.files.value
    if (!isHeld) return files.map((file) => <SendingFile key={file} context={context} model={model} file={file} />)
    return (
      <ul class="held-files">
        {files.map((file) => (
          <HeldFile key={file} context={context} model={model} file={file} />
        ))}
      </ul>
    )
  }
}
