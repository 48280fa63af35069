import type { Http } from '@deskbell/client/http'
import type { UsedWording, WordingsReply } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import type { Leaving } from './leaving.ts'
import { refusalWording, type Wording } from './wording.ts'

/** What visitors call the entries: learned, or added by hand. */
export const LearnedWordingsModel = createModel((http: Http, leaving: Leaving) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const all = signal<readonly UsedWording[]>([])
  const wordings = computed(() => all.value.filter((one) => !leaving.gone.value.has(nameOf(one))))

  async function load(): Promise<void> {
    const answer = await http.get<WordingsReply>('/api/wordings')
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) all.value = answer.value.wordings
    if (answer.ok || state.peek() === 'loading') state.value = answer.ok ? 'ready' : 'failed'
  }

  function remove({ entryId, locale, wording }: UsedWording, text: Wording): void {
    const key = nameOf({ entryId, locale, wording })
    const act = async () => {
      const answer = await http.send<null>('DELETE', '/api/wordings', { entryId, locale, wording })
      if (answer.ok) all.value = all.peek().filter((one) => nameOf(one) !== key)
      return answer.ok ? undefined : refusalWording(answer)
    }
    leaving.remove({ key, text, act })
  }

  /** At once in use. Gives what the relay refuses. */
  async function add(given: Named): Promise<Wording | undefined> {
    const answer = await http.send<null>('PUT', '/api/wordings', given)
    if (!answer.ok) return refusalWording(answer)
    await load()
    return undefined
  }

  return { state, trouble, wordings, load, remove, add }
})

export type LearnedWordings = InstanceType<typeof LearnedWordingsModel>

type Named = Pick<UsedWording, 'entryId' | 'locale' | 'wording'>

/** Names one wording in a list. */
export function nameOf({ entryId, locale, wording }: Named): string {
  return `wording:${entryId}:${locale}:${wording}`
}
