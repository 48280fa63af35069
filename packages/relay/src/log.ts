import { writeSync } from 'node:fs'
import pino, { type Logger } from 'pino'

/** Standard error: standard output is for the few lines the site owner reads. */
const errorOutput = 2

/** JSON lines, each written at once. One that can't be written, as on a full disk, is lost; pino's own way ends the relay instead. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, { write: writeOrLose })
}

function writeOrLose(line: string): void {
  try {
    writeSync(errorOutput, line)
  } catch {
    // There is nowhere left to say it.
  }
}
