import { connectVisitor } from '@deskbell/client/socket'
import type { Message } from '@deskbell/protocol'
import { computed, effect, signal, untracked } from '@preact/signals'
import type { AttentionOptions } from '../models/attention.ts'
import { ChunkModel } from '../models/chunk.ts'
import { ConversationModel } from '../models/conversation.ts'
import { DraftModel } from '../models/draft.ts'
import { openKept } from '../models/kept.ts'
import type { Connect } from '../models/link.ts'
import { nextTask } from '../models/pause.ts'
import { createPhrasing } from '../models/phrasing.ts'
import { type Going, launcherOf, summaryOf } from '../models/summary.ts'
import type { WidgetContext } from '../panel/context.ts'
import type { ChatModel } from './model.ts'
import { beginAnewOnReturn } from './returning.ts'

/**
 * Starts the visitor's side of the conversation: nothing is connected until the visitor sends something, or has before.
 * It then tells the launcher and the other views what goes on. `connect` is replaced where the network must fail.
 */
export function startChat(context: WidgetContext, connect: Connect = connectVisitor): ChatModel {
  const { relay, locale, trail, t, identity, desk } = context
  const kept = openKept()
  const draft = new DraftModel(kept)
  const { isLooking, isReading, close } = watchReading(context)
  const page = () => trail.before().page
  const conversation = new ConversationModel({
    ...{ relay, locale, kept, draft, connect, identity, page },
    before: trail.asking,
    isReading,
    siteChanged: desk.refresh,
  })
  const isStaying = signal(false)
  const isLaterWanted = signal(false)
  const endings = [
    close,
    tellOthers(context, conversation),
    beginAnewOnReturn(context, { conversation, kept, draft, isReading }),
    // What was chosen about one wait says nothing about the next.
    effect(() => {
      if (conversation.stage.value === 'ended') isStaying.value = isLaterWanted.value = false
    }),
    callAttention(conversation, {
      page,
      request: conversation.link.request,
      arrived: conversation.arrived,
      unread: computed(() => conversation.reading.unread.value.length),
      ...{ isLooking, isReading },
      isQuiet: () => kept.saved().isQuiet === true,
    }),
  ]
  const chosen = signal<readonly File[]>([])
  const phrasing = createPhrasing(t, locale)
  void makeFirstOfPage([
    ...[() => new Intl.Collator(locale), () => t('chat.new', { count: 1 }), () => phrasing.time(0)],
    trail.asking,
  ])
  return {
    ...{ conversation, kept, draft, chosen },
    phrasing,
    present: presentOf(context, conversation),
    isStaying,
    isLaterWanted,
    isMenuOpen: signal(false),
    // Called, it gives an empty object.
    introduce: Object,
    later: new ChunkModel(
      () => import('../later/later.ts'),
      ({ startLater }) => startLater({ relay, conversation, kept, chosen }),
    ),
    close() {
      for (const end of endings) end()
      conversation.close()
    },
  }
}

/**
 * The first object of `Intl` on a page takes long, and so do the first number and the first time: pieces of work of their own,
 * before they are drawn. A collator has the least of its own to make.
 */
async function makeFirstOfPage(firsts: readonly (() => unknown)[]): Promise<void> {
  for (const make of firsts) {
    await nextTask()
    make()
  }
}

/** Fetched once there is a conversation; where that fails, again with the next thing that happens in it. */
function callAttention({ head }: ConversationModel, options: AttentionOptions): () => void {
  let end: (() => void) | undefined
  let isAsked = false
  const endWaiting = effect(() => {
    if (!head.value || isAsked) return
    isAsked = true
    import('../models/attention.ts').then(
      (attention) => {
        if (isAsked) end = attention.callAttention(options)
      },
      () => {
        isAsked = false
      },
    )
  })
  return () => {
    isAsked = false
    endWaiting()
    end?.()
  }
}

const lookingChanges = ['focus', 'blur', 'visibilitychange'] as const

/** Another window may be in front of a page that is visible all the same. */
const isInFront = () => document.visibilityState === 'visible' && document.hasFocus()

function watchReading({ isOpen, navigation }: WidgetContext) {
  const isLooking = signal(isInFront())
  const look = () => {
    isLooking.value = isInFront()
  }
  for (const event of lookingChanges) addEventListener(event, look)
  return {
    isLooking,
    isReading: computed(() => isLooking.value && isOpen.value && navigation.view.value.name === 'person'),
    close() {
      for (const event of lookingChanges) removeEventListener(event, look)
    },
  }
}

function presentOf({ desk }: WidgetContext, { people, link }: ConversationModel) {
  return computed(() => {
    const fromDesk = desk.status.value?.people
    return link.state.value === 'up' ? (people.value ?? fromDesk) : (fromDesk ?? people.value)
  })
}

/** The launcher and the foot of the other views always show how the conversation stands. */
function tellOthers({ t, person, launcher }: WidgetContext, conversation: ConversationModel): () => void {
  const { stage, head, items, place, reading, arrived } = conversation
  const going = computed<Going>(() => ({
    stage: stage.value,
    head: head.value,
    items: items.value,
    unread: reading.unread.value,
    status: place.news.value?.status,
    fresh: freshOf(arrived.value.at(-1), reading.unread.value),
  }))
  let shown = ''
  return effect(() => {
    person.value = summaryOf(t, going.value)
    const state = launcherOf(t, going.value)
    // Shown anew only where it is another: the newest message stands beside the launcher once.
    if (JSON.stringify(state) === shown) return
    shown = JSON.stringify(state)
    untracked(() => launcher.show(state))
  })
}

function freshOf(newest: { seq: number } | undefined, unread: readonly Message[]): Message | undefined {
  const last = unread.at(-1)
  return last?.seq === newest?.seq ? last : undefined
}
