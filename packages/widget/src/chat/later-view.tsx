import { useEffect } from 'preact/hooks'
import { Coming, ComingArea } from '../panel/coming.tsx'
import type { ChatProps, LaterViews } from './model.ts'

/** A view that is seldom needed, as part of another view or as the whole area. It is fetched when it is first drawn. */
export const laterPart = (name: keyof LaterViews) => drawLater(name, Coming)
export const laterView = (name: keyof LaterViews) => drawLater(name, ComingArea)

function drawLater(name: keyof LaterViews, Meanwhile: typeof Coming) {
  return ({ context, chat }: ChatProps) => {
    const { state, load } = chat.later
    useEffect(load, [load])
    if (state.value.kind !== 'ready') return <Meanwhile context={context} chunk={chat.later} />
    const View = state.value.started[name]
    return <View context={context} chat={chat} />
  }
}
