// Loaded into a relay before it starts (`node --import`): its wall clock is off by the ms in the file CLOCK_OFFSET names, and its
// timers run CLOCK_PACE times as fast, so that a minute without an answer need not take a minute.
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'

const RealDate = Date
const realNow = Date.now
const shiftedNow = () => realNow() + Number(readFileSync(process.env.CLOCK_OFFSET, 'utf8'))

globalThis.Date = class extends RealDate {
  static now = shiftedNow

  constructor(...given) {
    if (given.length === 0) super(shiftedNow())
    else super(...given)
  }
}

const realTimeout = timers.setTimeout
const pacedTimeout = (run, delay, ...given) => realTimeout(run, delay / Number(process.env.CLOCK_PACE), ...given)
globalThis.setTimeout = pacedTimeout
// Engine.IO takes its timers from here.
timers.setTimeout = pacedTimeout
syncBuiltinESMExports()
