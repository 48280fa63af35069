import { createModel, effect, signal } from '@preact/signals'

const second = 1_000

/** The relay's time, once a second, so that waits are counted alike on every machine. */
export const ClockModel = createModel(() => {
  const now = signal(Date.now())
  let ahead = 0

  function tick(): void {
    now.value = Date.now() + ahead
  }

  /** `relayNow`: what the relay's clock shows at this moment, in ms since 1970. */
  function set(relayNow: number): void {
    ahead = relayNow - Date.now()
    tick()
  }

  effect(() => {
    const timer = setInterval(tick, second)
    return () => clearInterval(timer)
  })

  return { now, set }
})

export type Clock = InstanceType<typeof ClockModel>
