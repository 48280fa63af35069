import type { Answer } from '@deskbell/client/http'
import { computed, signal } from '@preact/signals'
import type { Notice, NoticeLine } from './notice.ts'
import { refusalWording } from './wording.ts'

type Accepted<T> = Extract<Answer<T>, { ok: true }>
export type Refused = Extract<Answer<unknown>, { ok: false }>

/** Waits for the relay's answers; a refusal is told in the line below, by `words` where they have any, and is undefined. */
export function createAsking(notice: NoticeLine) {
  const asked = signal(0)
  const isBusy = computed(() => asked.value > 0)

  async function doing<T>(
    request: Promise<Answer<T>>,
    words?: (refused: Refused) => Notice | undefined,
  ): Promise<Accepted<T> | undefined> {
    asked.value += 1
    const answer = await request
    asked.value -= 1
    if (answer.ok) return answer
    notice.show(words?.(answer) ?? { text: refusalWording(answer), isRefusal: true })
    return undefined
  }

  return { isBusy, doing }
}
