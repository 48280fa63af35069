import type { Http } from '@deskbell/client/http'
import type { Sighting, SightingsReply } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'

/** How often the relay is asked while somebody looks, in ms. */
const asked = 3_000

/** The site that loaded the widget last; undefined until one has. */
export const SightingsModel = createModel((http: Http) => {
  const last = signal<Sighting | undefined>(undefined)

  async function look(): Promise<void> {
    if (document.hidden) return
    const answer = await http.get<SightingsReply>('/api/sightings')
    // Without an answer what was seen stays; the next look comes soon.
    if (answer.ok) last.value = answer.value.sightings[0]
  }

  effect(() => {
    void look()
    const timer = setInterval(look, asked)
    return () => clearInterval(timer)
  })

  return { last }
})
