import { h } from 'preact'
import { useEffect } from 'preact/hooks'
import { Coming, ComingArea } from '../panel/coming.tsx'
import type { ChatProps, LaterProps, LaterViews } from './model.ts'

/** A view that is seldom needed, as part of another view or as the whole area. It is fetched when it is first drawn. */
export const laterPart = <Name extends keyof LaterViews>(name: Name) => drawLater(name, Coming)
export const laterView = <Name extends keyof LaterViews>(name: Name) => drawLater(name, ComingArea)

function drawLater<Name extends keyof LaterViews>(name: Name, Meanwhile: typeof Coming) {
  return (props: LaterProps[Name]) => {
    const { context, chat }: ChatProps = props
    const { state, load } = chat.later
    // Without a connection it can't come; with it, it is tried again.
    useEffect(load, [load, chat.conversation.link.state.value])
    if (state.value.kind !== 'ready') return <Meanwhile context={context} chunk={chat.later} />
    const View: LaterViews[Name] = state.value.started[name]
    return h(View, props)
  }
}
