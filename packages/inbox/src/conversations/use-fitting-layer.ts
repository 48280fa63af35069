import { useLayoutEffect } from 'preact/hooks'
import { canPutOff, type Standing } from '../models/standing.ts'
import type { Layer, View } from '../models/view.ts'

const isMine = (standing: Standing) => standing === 'mine'
const isThere = () => true
/** What is opened over a conversation, by how it must stand for that. */
const fitting: { [of in Layer]?: (standing: Standing) => boolean } = {
  ...{ transfer: isMine, invite: isMine, 'follow-up': canPutOff },
  ...{ block: isThere, erase: isThere, labels: isThere, merge: isThere },
}

/** What lies over a conversation goes with what it was for: with who has it, and with the conversation. Else no key would do anything. */
export function useFittingLayer(view: View, standing: Standing | undefined): void {
  const layer = view.layer.value
  const isFitting = layer && fitting[layer]
  const isLeft = isFitting !== undefined && !(standing && isFitting(standing))
  useLayoutEffect(() => {
    if (isLeft) view.closeLayer()
  }, [isLeft, view])
}
