// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest'
import { createSounds } from '../src/models/sounds.ts'

/** A browser's sound, which a test may put into any state. */
class SoundDouble extends EventTarget {
  state: AudioContextState = 'running'
  resume = vi.fn(async () => this.become('running'))
  close = vi.fn(async () => undefined)

  become(state: AudioContextState) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

it.each(['suspended', 'interrupted'] as const)(
  'says so once the browser has its sound %s, and goes on with a click',
  (state) => {
    const context = new SoundDouble()
    vi.stubGlobal('AudioContext', function AudioContext() {
      return context
    })
    const sounds = createSounds(() => ({ bell: 'desk', volume: 1 }))
    onTestFinished(() => {
      sounds.close()
      vi.unstubAllGlobals()
    })
    context.become(state)
    expect(sounds.isAsleep.value).toBe(true)
    dispatchEvent(new Event('click'))
    expect(sounds.isAsleep.value).toBe(false)
  },
)
