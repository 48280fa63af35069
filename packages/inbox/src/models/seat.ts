import type { Http } from '@deskbell/client/http'
import { connectOperator } from '@deskbell/client/socket'
import { computed, createModel, effect, signal, untracked } from '@preact/signals'
import type { Router } from '../router.ts'
import { visitorInText } from '../words/names.ts'
import { type Desk, DeskModel } from './desk.ts'
import { browserKeep } from './kept.ts'
import type { Language } from './language.ts'
import type { Session } from './session.ts'
import { createSounds } from './sounds.ts'

interface Given {
  http: Http
  relay: string
  session: Session
  router: Router
  language: Language
}

/** The desk of whoever is signed in: there from sign-in to sign-out, whatever page is shown meanwhile. */
export const SeatModel = createModel(({ http, relay, session, router, language }: Given) => {
  const desk = signal<Desk | undefined>(undefined)
  const operatorId = computed(() => {
    const reply = session.state.value
    return reply?.state === 'signed-in' ? reply.operator.id : undefined
  })
  const openId = computed(() => {
    const place = router.place.value
    return place.page === 'conversations' ? place.conversationId : undefined
  })

  function sit(): Desk | undefined {
    const reply = session.state.peek()
    if (reply?.state !== 'signed-in') return undefined
    return new DeskModel({
      http,
      connection: connectOperator(relay),
      operator: reply.operator,
      keep: browserKeep(localStorage, reply.operator.id),
      sounds: createSounds,
      locale: () => language.spoken.peek().locale,
      openId,
      show: (id) => router.go(id ? { page: 'conversations', conversationId: id } : { page: 'conversations' }),
      nameOf: (head) => visitorInText(language.spoken.peek().t, head),
      takeWish: session.takeWish,
      refused: () => void session.ask(),
    })
  }

  effect(() => {
    if (operatorId.value === undefined) return undefined
    const seat = untracked(sit)
    desk.value = seat
    return () => {
      seat?.[Symbol.dispose]()
      desk.value = undefined
    }
  })

  return { desk }
})
