import { type Upload, upload } from '@deskbell/client/upload'
import { type Refusal, whyNotSent } from '@deskbell/protocol'
import {
  batch,
  createModel,
  effect,
  type Model,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from '@preact/signals'
import type { ConversationModel } from '../models/conversation.ts'
import type { Kept } from '../models/kept.ts'
import { newId } from '../models/letter.ts'

/** How far a chosen file has got; `share` of it is sent, from 0 to 1. One without is waiting for those before it. */
export type Stage = { kind: 'sending'; share: number } | { kind: 'failed'; refusal: Refusal | 'unreachable' }

export interface Sending {
  files: ReadonlySignal<readonly File[]>
  stages: ReadonlySignal<ReadonlyMap<File, Stage>>
  tryAgain(file: File): void
  /** Ends sending it; what the relay has of it goes by itself. */
  remove(file: File): void
}

export interface SendingOptions {
  relay: string
  kept: Kept
  chosen: Signal<readonly File[]>
  conversation: Pick<ConversationModel, 'post' | 'link' | 'stage'>
}

/** Sends the chosen files, one after the other, once there is a conversation. What the relay has becomes a message of its own, kept as all messages are. */
export const SendingModel = createModel<Sending, [SendingOptions]>(({ relay, kept, chosen, conversation }) => {
  const stages = signal<ReadonlyMap<File, Stage>>(new Map())
  const uploads = new Map<File, Upload>()

  function move(file: File, stage?: Stage): void {
    const next = new Map(stages.peek())
    if (stage) next.set(file, stage)
    else next.delete(file)
    stages.value = next
  }

  async function begin(file: File): Promise<void> {
    const wrong = whyNotSent(file)
    if (wrong) return move(file, { kind: 'failed', refusal: wrong })
    move(file, { kind: 'sending', share: 0 })
    const token = kept.saved().token ?? ''
    const onProgress = (share: number) => move(file, { kind: 'sending', share })
    const sending = upload(relay, { path: '/api/files', file, token, onProgress })
    uploads.set(file, sending)
    const answer = await sending.done
    if (!answer.ok) return move(file, { kind: 'failed', refusal: answer.refusal })
    batch(() => {
      const files = [answer.value]
      const refusal = conversation.post({ id: newId(), writtenAt: Date.now(), kind: 'message', text: '', files })
      if (refusal) move(file, { kind: 'failed', refusal })
      else remove(file)
    })
  }

  function stop(file: File): void {
    uploads.get(file)?.abort()
    uploads.delete(file)
    move(file)
  }

  function remove(file: File): void {
    chosen.value = chosen.value.filter((each) => each !== file)
    stop(file)
  }

  effect(() => {
    // What the conversation before did not take goes along with the next one.
    if (conversation.stage.value === 'asking') for (const file of stages.peek().keys()) stop(file)
  })
  effect(() => {
    const all = stages.value
    const { value: stage } = conversation.stage
    if (stage === 'asking' || stage === 'sending') return
    if ([...all.values()].some(({ kind }) => kind === 'sending')) return
    const next = chosen.value.find((file) => !all.has(file))
    if (next) untracked(() => void begin(next))
  })
  effect(() => {
    if (conversation.link.state.value !== 'up') return
    for (const [file, stage] of stages.peek())
      if (stage.kind === 'failed' && stage.refusal === 'unreachable') move(file)
  })

  return { files: chosen, stages, tryAgain: (file) => move(file), remove }
})
export type SendingModel = Model<Sending>
