/** What an operator hears. */
export interface Sounds {
  /** Two bells: somebody waits for you. */
  waiting(): void
  /** One soft bell: a reply. */
  reply(): void
  close(): void
}

interface Bell {
  frequency: number
  /** Seconds from now. */
  at: number
  loudness: number
}

/**
 * Bells made by the browser itself, so that nothing is downloaded. A browser plays nothing before the first key or click
 * on the page; from then on every bell is heard.
 */
export function createSounds(): Sounds {
  let context: AudioContext | undefined
  const wake = () => {
    context ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext()
    if (context?.state === 'suspended') void context.resume()
  }
  addEventListener('pointerdown', wake)
  addEventListener('keydown', wake)
  const ring = (bells: readonly Bell[]) => {
    if (context?.state !== 'running') return
    for (const bell of bells) strike(context, bell)
  }
  return {
    waiting: () =>
      ring([
        { frequency: 880, at: 0, loudness: 0.22 },
        { frequency: 1_174.7, at: 0.16, loudness: 0.22 },
      ]),
    reply: () => ring([{ frequency: 659.3, at: 0, loudness: 0.1 }]),
    close() {
      removeEventListener('pointerdown', wake)
      removeEventListener('keydown', wake)
      void context?.close()
    },
  }
}

/** A bell is its tone and a quieter one above, which dies away sooner. */
function strike(context: AudioContext, { frequency, at, loudness }: Bell): void {
  const start = context.currentTime + at
  const partials = [
    { ratio: 1, part: 1, lasts: 0.9 },
    { ratio: 2.76, part: 0.25, lasts: 0.35 },
  ]
  for (const { ratio, part, lasts } of partials) {
    const tone = new OscillatorNode(context, { type: 'sine', frequency: frequency * ratio })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(loudness * part, start + 0.008)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + lasts)
    tone.connect(volume).connect(context.destination)
    tone.start(start)
    tone.stop(start + lasts)
  }
}
