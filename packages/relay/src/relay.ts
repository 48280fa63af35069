import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Agent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileLimits, limits } from '@deskbell/protocol'
import type { Logger } from 'pino'
import { Archive } from './archive/archive.ts'
import { createAttendance, knownOperators } from './attendance.ts'
import { openDoor } from './commands/door.ts'
import { type Config, ConfigError } from './config.ts'
import type { Context } from './context.ts'
import { seedDemo } from './demo.ts'
import { Line } from './desk/line.ts'
import { LiveDesk } from './desk/live-desk.ts'
import { openFaq } from './faq/open-faq.ts'
import { ChangedFiles } from './files/changed-files.ts'
import { Uploads } from './files/uploads.ts'
import { createApp } from './http/app.ts'
import { hurry } from './http/hurry.ts'
import { createIdentities } from './identities.ts'
import { createAddressOf } from './limits/address.ts'
import { SignInAttempts } from './limits/attempts.ts'
import { Buckets } from './limits/bucket.ts'
import { createOrigins } from './limits/origins.ts'
import { type Mails, openMailing } from './mail/mailing.ts'
import { startRetention } from './privacy/retention.ts'
import { createDoorbell, type Doorbell, type OperatorNamespace, type VisitorNamespace, visitorRoom } from './publish.ts'
import { openPush, type Push } from './push/alerts.ts'
import { publicAgent } from './push/public-agent.ts'
import { removeForGood } from './removal.ts'
import { toOperatorSettings } from './serializers.ts'
import { createVisitorTokens } from './sessions.ts'
import { createSetUpLink, type SetUpLink } from './set-up.ts'
import { tellShifts } from './shifts.ts'
import { createSignOut } from './sign-out.ts'
import { newReference } from './sockets/asking.ts'
import { serveOperators } from './sockets/operator.ts'
import { Presence } from './sockets/presence.ts'
import { admitOnce, createSocketServer, watchBuffers } from './sockets/server.ts'
import { serveVisitors } from './sockets/visitor.ts'
import { openArchiveStore } from './store/archive-store.ts'
import { lockFolder } from './store/lock.ts'
import { isStorageFailure } from './store/storage-failure.ts'
import { openStores, type Stores } from './stores.ts'
import { createHealth } from './watch/health.ts'
import { createMetrics } from './watch/metrics.ts'
import { Sightings } from './watch/sightings.ts'
import { Tally } from './watch/tally.ts'

export interface Relay {
  /** Where it listens. */
  localUrl: string
  /** Its address as browsers see it, without a slash at its end. */
  url: string
  /** The link that makes the first owner, while there is none. */
  setUpUrl: string | undefined
  /** Stops accepting, finishes what is being written, tells the clients. */
  stop(): Promise<void>
}

/** How often everybody in line is told of a wait that moved by itself, in ms. */
const retold = 10_000
/** How often what was given and not opened, what is due, and what was deleted and not restored is looked for, in ms. */
const passedOn = 1_000
const questionsAnHour = 5
/** How often files that nobody sent are looked for, in ms. */
const swept = 600_000
/** How often the forecast of waits is told the shifts of the next days, in ms. */
const replanned = 3_600_000

/** Starts the relay. `built`: the folder with its public files; `pushAgent`: connects to push services. Rejects when it can't listen or the folder is in use. */
export async function startRelay(
  config: Config,
  built: string,
  log: Logger,
  pushAgent = publicAgent(),
): Promise<Relay> {
  const unlock = usable(() => {
    mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
    return lockFolder(config.dataFolder)
  })
  const http = createServer({
    connectionsCheckingInterval: 2_000,
    headersTimeout: limits.headersTimeout,
    requestTimeout: fileLimits.uploadTimeout,
  })
  const { context, setUp, io, mailing, push } = await assemble({ config, log, pushAgent }, http)
  const { port } = await listen(http, config)
  context.origins.listeningOn(port)
  const app = createApp(context, setUp, built)
  http.on('request', (request, response) => {
    hurry(request)
    // Socket.IO listens to the same server and answers its own path.
    if (!request.url?.startsWith('/socket.io/')) app(request, response)
  })
  const stopWatching = watchBuffers(io)
  const stopErasing = startRetention(context)
  const ticking = [
    setInterval(() => context.doorbell.lineMoved(), retold),
    setInterval(() => lookAround(context, push, Date.now()), passedOn),
    setInterval(() => sweep(context), swept),
    setInterval(() => tellShifts(context, Date.now()), replanned),
  ]
  sweep(context)
  tellShifts(context, Date.now())
  context.expectEverybody()
  mailing?.resume(Date.now())
  const url = context.origins.publicUrl()
  const door = await openDoor({ ...context, publicUrl: url, running: context }, config.dataFolder, log)
  return {
    localUrl: context.origins.localUrl(),
    url,
    setUpUrl: setUp.isNeeded() ? setUp.address(url) : undefined,
    async stop() {
      ticking.forEach(clearInterval)
      stopWatching()
      stopErasing()
      context.archive.close()
      context.metrics.close()
      await door.close()
      await mailing?.close()
      // Closes the HTTP server too, and tells every client. Who was connected goes with that, and nobody waits for them.
      await io.close()
      for (const each of [context.operatorPresence, context.visitorPresence, context.pusher]) each.close()
      await context.live.flush()
      context.store.close()
      unlock()
    },
  }
}

function lookAround(context: Context, push: Push, now: number): void {
  context.live.passOn(now)
  push.due(now)
  removeForGood(context, now)
}

function sweep({ store, log }: Context): void {
  store.files
    .sweep(Date.now())
    .catch((error) => log.error({ err: error }, 'files that nobody sent could not be deleted'))
}

/** A data folder that takes nothing is a wrong setting to whoever starts the relay. */
function usable<T>(use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (!isStorageFailure(error)) throw error
    const { message } = error as Error
    throw new ConfigError(`DESKBELL_DATA is no folder that can be written, or its disk is full: ${message}`)
  }
}

async function listen(http: Server, { port, host }: Config): Promise<AddressInfo> {
  http.listen(port, host)
  await once(http, 'listening')
  return http.address() as AddressInfo
}

interface Outside extends Pick<Context, 'config' | 'log'> {
  /** What connects to push services. */
  pushAgent: Agent
}

interface Assembled {
  context: Context
  setUp: SetUpLink
  io: ReturnType<typeof createSocketServer>
  mailing: Mails | undefined
  push: Push
}

/** Makes every part once and ties them together. */
async function assemble({ config, log, pushAgent }: Outside, http: Server): Promise<Assembled> {
  const stores = await openAll(config, log)
  const { settings, store, team, sessions } = stores
  const origins = createOrigins(config, () => settings.settings.data)
  const addressOf = createAddressOf(config.trustProxy, log)
  const io = createSocketServer(http, { config, origins, addressOf })
  const visitors = io.of('/visitor') as VisitorNamespace
  const operators = io.of('/operator') as OperatorNamespace
  const operatorPresence = new Presence()
  const visitorPresence = new Presence()
  const tally = new Tally()
  const live = new LiveDesk({
    store: tally.timed(store),
    log,
    operators: knownOperators(stores),
    routing: () => settings.settings.data,
    onCommitted(happened) {
      tally.happened(happened)
      doorbell.happened(happened)
      mailing?.happened(happened)
      push.happened(happened)
    },
  })
  const line = new Line(live, team, settings)
  const doorbell: Doorbell = createDoorbell({ visitors, operators, live, line, team })
  const { headChanged } = doorbell
  const mailing = config.mail && openMailing(config.mail, { live, store, settings, team, log, headChanged, ...origins })
  const push = openPush({ ...stores, live, operators: operatorPresence, origins, log, agent: pushAgent })
  const attendance = createAttendance({
    live,
    store,
    doorbell: () => doorbell,
    operators: operatorPresence,
    visitors: visitorPresence,
    newReference: () => newReference({ settings }),
  })
  const health = createHealth({ store, dataFolder: config.dataFolder, log })
  const connections = () => ({ visitor: visitors.sockets.size, operator: operators.sockets.size })
  const context: Context = {
    ...{ ...attendance, ...stores },
    ...{ config, log, live, line, doorbell, origins, addressOf, operatorPresence, visitorPresence },
    ...{ archive: new Archive(openArchiveStore(store.database), store, log), pusher: push.pusher },
    ...(mailing && { transcripts: mailing.transcripts }),
    ...{ identities: createIdentities(sessions), uploads: new Uploads(store.files, live) },
    changedFiles: new ChangedFiles(store.files),
    ...{ tokens: createVisitorTokens(sessions.secret('visitor-tokens')), newcomers: new Map() },
    ...(await openFaq(stores, log, (locales) =>
      doorbell.settingsChanged(toOperatorSettings(settings.settings.data, locales)),
    )),
    ...{ attempts: new SignInAttempts(), beginnings: createBeginnings(config), sightings: new Sightings() },
    signOut: createSignOut(sessions, operators),
    endVisitor: (visitorId) => void visitors.in(visitorRoom(visitorId)).disconnectSockets(true),
    ...{ health, metrics: createMetrics({ tally, health, live, store, connections }) },
  }
  serveVisitors(visitors, operators, context)
  serveOperators(operators, visitors, context)
  admitOnce(io, visitors, operators)
  return { context, setUp: createSetUpLink(team), io, mailing, push }
}

function createBeginnings({ socketsPerAddress }: Config): Context['beginnings'] {
  return {
    // As many people as may be connected from there, and then as fast as places in line are lost with a connection.
    line: new Buckets(socketsPerAddress, socketsPerAddress / 3600),
    question: new Buckets(questionsAnHour, questionsAnHour / 3600),
  }
}

async function openAll({ dataFolder, isDemo, owner }: Config, log: Logger): Promise<Stores> {
  const stores = usable(() => openStores(dataFolder, (line) => log.warn(line)))
  if (isDemo) seedDemo(stores.settings)
  if (owner && stores.team.all().length === 0) await stores.team.add(owner, true)
  return stores
}
