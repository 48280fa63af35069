/**
 * Lets so many things begin in one event-loop turn and the others after it, in order, so that what else comes is not kept
 * waiting until all have begun. Each sees what the promises of those before it came to, where nothing but code was awaited.
 */
export function createTurns(atOnce: number): (run: () => void) => void {
  let waiting: (() => void)[] = []
  let isGoing = false
  function next(): void {
    isGoing = waiting.length > 0
    // One immediate each: promises go on between them.
    for (const run of waiting.slice(0, atOnce)) setImmediate(run)
    waiting = waiting.slice(atOnce)
    if (isGoing) setImmediate(next)
  }
  return (run) => {
    waiting.push(run)
    if (!isGoing) setImmediate(next)
    isGoing = true
  }
}
