import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** How to start a Chromium: its path and what must be added to its environment. */
export interface BrowserProgram {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * The browser to test with: the one that DESKBELL_CHROMIUM names, Playwright's own, one on this system, or, on Linux x64,
 * the one that npm brought. Throws with the command to run where there is none.
 */
export async function findBrowser(environment: Environment): Promise<BrowserProgram> {
  const named = environment.DESKBELL_CHROMIUM
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`DESKBELL_CHROMIUM names no file: ${named}`)
    return { executablePath: named, env: {} }
  }
  const found = [chromium.executablePath(), ...(installed[process.platform] ?? [])].find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser()
  throw new Error('No browser to test with. Run: npx playwright-core@1.65.1 install chromium')
}

const cache = join(import.meta.dirname, '../../../node_modules/.cache/chromium-147')

/** The Chromium of the npm package, unpacked once, with the libraries it needs, below node_modules/.cache. */
async function unpackedBrowser(): Promise<BrowserProgram> {
  if (!existsSync(cache)) {
    const unfinished = `${cache}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    await unpackInto(unfinished)
    renameSync(unfinished, cache)
  }
  return { executablePath: join(cache, 'chromium'), env: { LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') } }
}

/** The package unpacks into the folder for temporary files, and its libraries only where it takes itself to be on Lambda. */
async function unpackInto(folder: string) {
  const names = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const
  const before = names.map((name) => [name, process.env[name]] as const)
  process.env.TMPDIR = folder
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
