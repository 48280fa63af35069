import { type ReadonlySignal, signal } from '@preact/signals'

/** What an operator hears, by the preferences of that moment. */
export interface Sounds {
  /** The browser plays nothing yet. */
  isAsleep: ReadonlySignal<boolean>
  /** By a click or a key; most browsers heed nothing else. */
  wake(): void

  /** Two bells: somebody waits for you. */
  waiting(): void
  /** One soft bell: a reply. */
  reply(): void
  /** Two quiet bells that fall: a question for later. */
  question(): void
  close(): void
}

/** `volume`: 0 to 1. */
export interface SoundChoice {
  bell: Bell
  volume: number
}

export const bells = ['desk', 'chime', 'wood'] as const
export type Bell = (typeof bells)[number]

interface Partial {
  /** Times the frequency of the bell. */
  ratio: number
  loudness: number
  /** Seconds until it has died away. */
  lasts: number
}

interface Timbre {
  /** In Hz: the first and second bell of who waits, that of a reply, and both of a question. */
  waiting: readonly [number, number]
  reply: number
  question: readonly [number, number]
  partials: readonly Partial[]
}

const timbres: Readonly<Record<Bell, Timbre>> = {
  // A bell is its tone and a quieter one above, which dies away sooner.
  desk: {
    waiting: [880, 1_174.7],
    reply: 659.3,
    question: [587.3, 440],
    partials: [
      { ratio: 1, loudness: 1, lasts: 0.9 },
      { ratio: 2.76, loudness: 0.25, lasts: 0.35 },
    ],
  },
  chime: {
    waiting: [523.3, 784],
    reply: 523.3,
    question: [440, 349.2],
    partials: [
      { ratio: 1, loudness: 1, lasts: 1.6 },
      { ratio: 2, loudness: 0.3, lasts: 1.1 },
      { ratio: 5.4, loudness: 0.06, lasts: 0.4 },
    ],
  },
  wood: {
    waiting: [620, 820],
    reply: 480,
    question: [520, 390],
    partials: [
      { ratio: 1, loudness: 1.3, lasts: 0.12 },
      { ratio: 2.45, loudness: 0.5, lasts: 0.05 },
    ],
  },
}

/** Until then a browser that lets the page ring has begun to, in ms. */
const startsWithin = 1_000

/**
 * Bells made by the browser itself, so that nothing is downloaded. A browser may play nothing before the first key or click
 * on the page (that of the sign-in counts); from then on every bell is heard.
 */
export function createSounds(chosen: () => SoundChoice): Sounds {
  const context = typeof AudioContext === 'undefined' ? undefined : new AudioContext()
  const isAsleep = signal(false)
  const look = () => {
    isAsleep.value = isSilent(context)
  }
  const wake = () => {
    if (isSilent(context)) void context?.resume()
  }
  context?.addEventListener('statechange', look)
  const patience = setTimeout(look, startsWithin)
  // Not as soon as the pointer is down: what is clicked must not move away with the line that says why nothing rings.
  addEventListener('click', wake, { capture: true })
  addEventListener('keydown', wake, { capture: true })
  wake()
  const ring = (tones: (timbre: Timbre) => readonly number[], loudness: number) => {
    if (context?.state !== 'running') return
    const { bell, volume } = chosen()
    const timbre = timbres[bell]
    for (const [place, frequency] of tones(timbre).entries()) {
      const tone = { frequency, at: context.currentTime + place * 0.16, loudness: loudness * volume }
      for (const partial of timbre.partials) strike(context, tone, partial)
    }
  }
  return {
    isAsleep,
    wake,
    waiting: () => ring(({ waiting }) => waiting, 0.44),
    reply: () => ring(({ reply }) => [reply], 0.2),
    question: () => ring(({ question }) => question, 0.12),
    close() {
      clearTimeout(patience)
      removeEventListener('click', wake, { capture: true })
      removeEventListener('keydown', wake, { capture: true })
      context?.removeEventListener('statechange', look)
      void context?.close()
    },
  }
}

/** Nothing is heard yet, or no more: a call has interrupted it, say (Safari). */
function isSilent(context: AudioContext | undefined): boolean {
  return context?.state === 'suspended' || context?.state === 'interrupted'
}

function strike(
  context: AudioContext,
  { frequency, at, loudness }: { frequency: number; at: number; loudness: number },
  partial: Partial,
): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: frequency * partial.ratio })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness * partial.loudness, at + 0.008)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + partial.lasts)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + partial.lasts)
}
