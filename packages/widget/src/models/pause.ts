/** So long work may keep the page from painting and taking input, in ms: on a slow phone the last piece takes as long again. */
const sliceLength = 8

let freeUntil = 0

/** Lets the page paint and take input between two pieces of work; goes on at once while little has been done. */
export async function pause(): Promise<void> {
  if (performance.now() < freeUntil) return
  await nextTask()
  freeUntil = performance.now() + sliceLength
}

/** By a message, because timers are held back to 4 ms. */
export function nextTask(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(null)
  })
}
