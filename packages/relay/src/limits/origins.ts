import type { Settings } from '@deskbell/protocol'
import type { Config } from '../config.ts'

/** Who may speak to this relay from a browser. Compared whole; `null` and odd schemes are never in the set. */
export interface Origins {
  isOwn(origin: string | undefined): boolean
  /** The relay's own and the allowed host pages. A missing Origin passes: tokens and cookies decide then. */
  isAllowed(origin: string | undefined): boolean
  /** Without a slash at its end. */
  publicUrl(): string
  /** Whether browsers come by TLS: what is sent to them may rely on it then. */
  isSecure(): boolean
  /** Where it listens, as a browser on this machine reaches it. */
  localUrl(): string
  /** Once the port is known. */
  listeningOn(port: number): void
}

export function createOrigins(config: Config, settings: () => Settings): Origins {
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host)
  const host = isLoopback ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host
  let localUrl = ''
  let publicUrl = config.publicUrl ?? ''
  let own = new Set<string>()
  return {
    isOwn: (origin) => origin === undefined || own.has(origin),
    isAllowed: (origin) =>
      origin === undefined || own.has(origin) || (config.origins ?? settings().origins).includes(origin),
    publicUrl: () => publicUrl,
    localUrl: () => localUrl,
    isSecure: () => publicUrl.startsWith('https:'),
    listeningOn(port) {
      localUrl = `http://${host}:${port}`
      publicUrl = config.publicUrl ?? localUrl
      own = new Set([new URL(publicUrl).origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`])
    },
  }
}
