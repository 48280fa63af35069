import type { InboxKey } from '@deskbell/locales'
import { createModel, effect, signal } from '@preact/signals'
import type { Wording } from './wording.ts'

export const shownFor = 8_000

export interface Notice {
  text: Wording
  /** What takes back what happened. */
  undo?: () => void
  /** What else can be done about it. */
  action?: { label: InboxKey; run: () => void }
  isRefusal?: boolean
}

/** The one line below the page: what just happened, for 8 s, and the way back from it. */
export const NoticeModel = createModel(() => {
  const notice = signal<Notice | undefined>(undefined)
  let timer: ReturnType<typeof setTimeout> | undefined

  effect(() => () => clearTimeout(timer))

  function show(next: Notice): void {
    clearTimeout(timer)
    notice.value = next
    timer = setTimeout(hide, shownFor)
  }

  function hide(): void {
    clearTimeout(timer)
    notice.value = undefined
  }

  return { notice, show, hide }
})

export type NoticeLine = InstanceType<typeof NoticeModel>
