/** Strikes of the bell: each partial's pitch (Hz), loudness (0 to 1) and how long it sounds (s). */
const partials = [
  { pitch: 880, loudness: 0.1, seconds: 1.1 },
  { pitch: 1320, loudness: 0.05, seconds: 0.8 },
  { pitch: 2640, loudness: 0.015, seconds: 0.4 },
] as const

/**
 * One soft bell, in one of the visitor's tabs. Browsers forbid sound on a page where nobody has acted; there it stays silent.
 */
export async function ringBell(): Promise<void> {
  if (!('locks' in navigator)) return strike()
  await navigator.locks.request('deskbell-bell', { ifAvailable: true }, (lock) => (lock ? strike() : undefined))
}

async function strike(): Promise<void> {
  const audio = new AudioContext()
  if (await starts(audio)) {
    for (const { pitch, loudness, seconds } of partials) {
      const tone = new OscillatorNode(audio, { frequency: pitch })
      const fading = new GainNode(audio, { gain: loudness })
      // An exponential ramp can't end at 0.
      fading.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + seconds)
      tone.connect(fading).connect(audio.destination)
      tone.start()
      tone.stop(audio.currentTime + seconds)
    }
    await new Promise((resolve) => setTimeout(resolve, 1_200))
  }
  await audio.close()
}

/** Chrome starts at once, others a moment later; where nobody has acted, none does. */
function starts(audio: AudioContext): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = () => resolve(audio.state === 'running')
    audio.onstatechange = settle
    if (audio.state === 'running') settle()
    else setTimeout(settle, 1_000)
  })
}
