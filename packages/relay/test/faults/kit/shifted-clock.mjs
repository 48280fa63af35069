// Loaded into a relay before it starts (`node --import`): its wall clock is off by the ms in the file SHIFTED_CLOCK names.
import { readFileSync } from 'node:fs'

const RealDate = Date
const realNow = Date.now
const shiftedNow = () => realNow() + Number(readFileSync(process.env.SHIFTED_CLOCK, 'utf8'))

globalThis.Date = class extends RealDate {
  static now = shiftedNow

  constructor(...given) {
    if (given.length === 0) super(shiftedNow())
    else super(...given)
  }
}
