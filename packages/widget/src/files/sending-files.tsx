import type { ChatProps } from '../chat/model.ts'
import { SendingFile } from './sending-file.tsx'
import type { SendingModel } from './sending-model.ts'

/** What is on its way, at the end of what was said. */
export function createSendingFiles(model: SendingModel) {
  return ({ context }: ChatProps) => (
    <>
      {model.files.value.map((file) => (
        <SendingFile key={file} context={context} model={model} file={file} />
      ))}
    </>
  )
}
