// `node tools/wait-page.mjs FILE`: docs/how-the-wait-is-estimated.md anew, its table from the bench's figures in FILE
// (`npm run bench -- wait --seeds=1,2,3 --oracle=100 --json=FILE`), its picture from a day played through the built engine.
import { readFileSync, writeFileSync } from 'node:fs'
import { WaitEstimator } from '../packages/desk/dist/index.js'

const page = 'docs/how-the-wait-is-estimated.md'
const picture = 'docs/images/wait.svg'
const names = {
  engine: '**Deskbell**',
  ORACLE: 'who knows the true laws (ORACLE)',
  qla: 'queue length, with those who give up (Ibrahim & Whitt 2009)',
  ql: 'queue length (Whitt 1999)',
  hol: 'wait of the one in front (Ibrahim & Whitt 2009)',
  les: 'wait of the last one served (Ibrahim & Whitt 2009)',
  movavg: 'moving average of past waits, as Salesforce shows',
  comm100: "Comm100's formula",
  'aht-agents': 'handling time by agents, as Genesys and Cisco show',
  rocketchat: "Rocket.Chat's formula",
}

function tableOf(scenarios) {
  const rows = Object.keys(names).map((name) => {
    const scores = Object.values(scenarios).flatMap(({ engines }) => engines[name] ?? [])
    const over = scores.flatMap(({ vsOracle }) => vsOracle ?? [])
    const share = (key) => percent(weighted(scores, key))
    const oracle = name === 'ORACLE' ? ['1.00', ''] : [mean(over).toFixed(2), Math.max(...over).toFixed(2)]
    return [names[name], ...oracle, share('cover'), share('late0'), weighted(scores, 'jumps100').toFixed(1)]
  })
  const head = ['estimate', 'error over ORACLE', 'worst scenario', 'within the range', 'beyond the first', 'jumps']
  return [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

/** The geometric mean. */
const mean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
const weighted = (scores, key) =>
  scores.reduce((sum, score) => sum + score[key] * score.n, 0) / scores.reduce((sum, { n }) => sum + n, 0)
const percent = (share) => `${(100 * share).toFixed(1)} %`

/** A day at a desk of two: what visitors were first told (likely, and the range), and how long they then waited, in minutes. */
function playDay() {
  const random = generator(7)
  const exponential = (seconds) => -seconds * 1000 * Math.log(1 - random())
  const waits = new WaitEstimator({ seed: 1, isByHand: () => false })
  const start = Date.UTC(2026, 0, 5, 9)
  const busy = [start, start]
  const events = busy.map((at, index) => [
    at,
    { kind: 'operator', operatorId: `${index}`, state: 'on-duty', capacity: 1, skills: [] },
  ])
  const asked = []
  for (let at = start, count = 0; at < start + 9 * 3_600_000; count += 1) {
    at += exponential(at < start + 3 * 3_600_000 || at > start + 6 * 3_600_000 ? 400 : 225)
    const operator = busy[0] <= busy[1] ? 0 : 1
    const turn = Math.max(at, busy[operator])
    busy[operator] = turn + exponential(420)
    const conversationId = `${count}`
    asked.push({ conversationId, at, turn })
    events.push([at, { kind: 'joined', conversationId, needs: [], priority: 1, askedAt: at }])
    events.push([turn, { kind: 'assigned', conversationId, operatorId: `${operator}` }])
    events.push([busy[operator], { kind: 'ended', conversationId, outcome: 'done' }])
  }
  const told = []
  for (const [at, event] of events.sort(([one], [other]) => one - other)) {
    waits.see({ ...event, at })
    const visitor =
      event.kind === 'joined' && asked.find(({ conversationId }) => conversationId === event.conversationId)
    if (!visitor || visitor.turn === visitor.at) continue
    const status = waits.statuses(at).get(visitor.conversationId)
    if (status?.wait !== 'known') continue
    const minutes = (seconds) => seconds / 60
    told.push({
      hour: (at - start) / 3_600_000,
      low: minutes(status.lowSeconds),
      likely: minutes(status.likelySeconds),
      high: minutes(status.highSeconds),
      real: (visitor.turn - at) / 60_000,
    })
  }
  return told
}

function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const width = 720
const height = 300
const left = 44
const foot = 34

function draw(told) {
  const most = Math.ceil(Math.max(...told.map(({ high, real }) => Math.max(high, real))) / 10) * 10
  const x = (hour) => (left + (hour / 10) * (width - left - 24)).toFixed(1)
  const y = (minutes) => (height - foot - (minutes / most) * (height - foot - 12)).toFixed(1)
  const lines = Array.from({ length: most / 10 + 1 }, (_, step) => step * 10)
  const hours = Array.from({ length: 11 }, (_, hour) => hour)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">
<style>text{fill:#4b5563}.rule{stroke:#d1d5db}.range{stroke:#5b9aa8;stroke-width:6;stroke-linecap:round;opacity:.45}.likely{fill:#115e75}.kept{fill:#1f7a4d}.late{fill:#b42318}@media (prefers-color-scheme:dark){text{fill:#cbd5e1}.rule{stroke:#374151}.likely{fill:#7cc4d4}.kept{fill:#6ee7a8}.late{fill:#fda29b}}</style>
${lines.map((minutes) => `<line class="rule" x1="${left}" x2="${width - 8}" y1="${y(minutes)}" y2="${y(minutes)}"/><text x="${left - 8}" y="${y(minutes)}" dy="4" text-anchor="end">${minutes}</text>`).join('\n')}
${hours.map((hour) => `<text x="${x(hour)}" y="${height - foot + 18}" text-anchor="middle">${9 + hour}:00</text>`).join('\n')}
${told.map(({ hour, low, high, real }) => `<line class="range" x1="${x(hour)}" x2="${x(hour)}" y1="${y(low)}" y2="${y(high)}"/><circle class="${real <= high ? 'kept' : 'late'}" cx="${x(hour)}" cy="${y(real)}" r="3.5"/>`).join('\n')}
</svg>
`
}

const { scenarios } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const told = playDay()
writeFileSync(picture, draw(told))
const kept = told.filter(({ low, high, real }) => real >= low && real <= high).length
const text = readFileSync(page, 'utf8')
const between = (name, inside) => (whole) =>
  whole.replace(new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`), `$1\n\n${inside}\n\n$2`)
writeFileSync(page, between('table', tableOf(scenarios))(text))
process.stdout.write(`${told.length} waits in the picture, ${kept} within the range\n`)
