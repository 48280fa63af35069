import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterEach, beforeAll, inject } from 'vitest'
import type { BrowserProgram } from './find-browser.ts'

/** Who looks at the page, and on what. A phone is touched and has no mouse. */
export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: string
  readonly timezone?: string
  readonly phone?: boolean
  readonly colourScheme?: 'light' | 'dark'
  readonly reducedMotion?: boolean
  readonly forcedColours?: boolean
  /** Pages run no script. */
  readonly noScript?: boolean
  /** Certificates count that nobody has signed. */
  readonly trustsAnyone?: boolean
}

/** A page in a context of its own, that is with its own storage, and everything that went wrong on it so far. */
export interface WatchedPage {
  readonly page: Page
  /** One line each: errors on the console, uncaught errors, requests that failed or were answered with 400 or more. */
  readonly troubles: readonly string[]
  /** One more tab of the same visitor; its troubles join the list. */
  readonly openTab: () => Promise<Page>
  readonly close: () => Promise<void>
}

/** What a browser is started for. */
interface Ways {
  /** As in people's browsers, going back finds the page as it was left. */
  readonly isGoingBackLive?: boolean
  /** As in Firefox, and in Chrome before 144: where there is nothing to scroll, a swipe goes on to what lies behind. */
  readonly chainsScrolls?: boolean
}

const phoneViewport = { width: 360, height: 640 }
const deskViewport = { width: 1280, height: 800 }
/** What does not happen within this time (ms) does not happen. */
const patience = 15_000
/** What the browser says of a request that the page itself gave up, as each does that is reloaded while it loads. */
const givenUp = 'net::ERR_ABORTED'
const launchArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const chainingScrolls = '--disable-features=OverscrollBehaviorRespectedOnAllScrollContainers'

/** Starts a browser without a window. It ends with the process that started it. */
function launchBrowser(program: BrowserProgram, { isGoingBackLive, chainsScrolls }: Ways): Promise<Browser> {
  const env = { ...process.env, ...program.env } as Record<string, string>
  const ignoreDefaultArgs = isGoingBackLive ? ['--disable-back-forward-cache'] : []
  const args = chainsScrolls ? [...launchArguments, chainingScrolls] : launchArguments
  return chromium.launch({ executablePath: program.executablePath, env, args, ignoreDefaultArgs })
}

/** By their ways; the files of a worker share them. */
const browsers = new Map<string, Browser>()

/**
 * A browser for the tests of a file. `open` gives a new visitor's page, which closes when the test ends.
 */
export function useBrowser(ways: Ways = {}) {
  const kind = JSON.stringify(ways)
  let opened: WatchedPage[] = []
  beforeAll(async () => {
    if (browsers.get(kind)?.isConnected()) return
    browsers.set(kind, await launchBrowser(inject('browser'), ways))
  })
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()))
    opened = []
  })
  return {
    async open(visit: Visit = {}): Promise<WatchedPage> {
      const browser = browsers.get(kind)
      if (!browser) throw new Error('The browser starts before the first test: open pages inside tests')
      const watched = await openPage(browser, visit)
      opened.push(watched)
      return watched
    },
  }
}

/** Opens a page in a new context and watches it. */
async function openPage(browser: Browser, visit: Visit = {}): Promise<WatchedPage> {
  const context = await browser.newContext(contextOptions(visit))
  context.setDefaultTimeout(patience)
  const troubles: string[] = []
  context.on('page', (page) => watch(page, troubles))
  const page = await context.newPage()
  return { page, troubles, openTab: () => context.newPage(), close: () => context.close() }
}

function contextOptions(visit: Visit): BrowserContextOptions {
  const phone = visit.phone ?? false
  return {
    viewport: visit.viewport ?? (phone ? phoneViewport : deskViewport),
    locale: visit.locale ?? 'en-GB',
    timezoneId: visit.timezone ?? 'Europe/Berlin',
    hasTouch: phone,
    isMobile: phone,
    colorScheme: visit.colourScheme ?? 'light',
    reducedMotion: visit.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: visit.forcedColours ? 'active' : 'none',
    javaScriptEnabled: !visit.noScript,
    ignoreHTTPSErrors: visit.trustsAnyone ?? false,
  }
}

function watch(page: Page, troubles: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== givenUp) troubles.push(`failed: ${request.method()} ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) {
      troubles.push(`answered ${response.status()}: ${response.request().method()} ${response.url()}`)
    }
  })
}
