/** A wait as shown: seconds from `at`. */
export interface Shown {
  at: number
  low: number
  likely: number
  high: number
}

const settling = 12 // seconds in which the number goes most of the way to a new forecast
const rise = { window: 60, factor: 1.25, seconds: 50 } // what a shown wait may rise above its lowest within the window

/**
 * Lets the shown wait count down by itself and lean towards what the forecast says now, so that it neither flickers nor
 * runs away from the forecast; upwards it moves no faster than a person follows. The range's upper end is not held back.
 */
export class Display {
  #shown: Shown | undefined
  #past: { at: number; likely: number }[] = []

  /** `isNews`: something happened, like an operator who came, that makes what was shown before worth nothing. */
  show(at: number, fresh: Omit<Shown, 'at'>, isNews: boolean): Shown {
    const leaned = this.#shown && !isNews ? lean(this.#shown, at, fresh) : fresh
    this.#past = this.#past.filter((each) => Math.abs(at - each.at) <= rise.window)
    const lowest = Math.min(...this.#past.map((each) => each.likely))
    const most = Math.max(lowest * rise.factor, lowest + rise.seconds)
    const calm = Math.min(leaned.likely, most)
    this.#shown = { at, low: Math.min(leaned.low, calm), likely: calm, high: Math.max(leaned.high, calm) }
    this.#past.push({ at, likely: calm })
    return this.#shown
  }
}

function lean(before: Shown, at: number, fresh: Omit<Shown, 'at'>): Omit<Shown, 'at'> {
  const passed = Math.max(0, at - before.at) // none where the clock was set back
  const share = 1 - Math.exp(-passed / settling)
  const towards = (shown: number, now: number) => {
    const counted = Math.max(0, shown - passed)
    return counted + share * (now - counted)
  }
  return {
    low: towards(before.low, fresh.low),
    likely: towards(before.likely, fresh.likely),
    high: towards(before.high, fresh.high),
  }
}
