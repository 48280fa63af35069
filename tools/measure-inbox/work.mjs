// How much a page works, on the clock and on the processor.

/** Slows a page's processor down by this factor. */
export async function throttle(page, factor) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
}

const timeline = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/** Does something while the page's work is noted; gives each task's ms on the clock and on the processor, and what `act` gives. */
export async function traced(page, act) {
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: timeline })
  const value = await act()
  const { traceEvents } = JSON.parse(await browser.stopTracing())
  const isPages = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const mains = new Set(traceEvents.filter(isPages).map(({ pid, tid }) => `${pid} ${tid}`))
  const isWork = ({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`)
  const tasks = traceEvents.filter(isWork).map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1_000, cpu: tdur / 1_000 }))
  return { tasks, value }
}

export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]

/** A busy machine makes tasks long on the clock; what they cost the processor stays. */
export function tasksInWords(tasks) {
  const long = tasks.filter(({ ms }) => ms > 50)
  const [ms, cpu] = ['ms', 'cpu'].map((key) => Math.round(Math.max(...tasks.map((task) => task[key]))))
  const costly = tasks.filter((task) => task.cpu > 50).length
  return `${long.length} tasks over 50 ms, longest ${ms} ms; by processor time ${costly}, longest ${cpu} ms`
}
