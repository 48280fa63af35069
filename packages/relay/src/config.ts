import * as v from 'valibot'

const whole = (least: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'is not a whole number'),
    v.transform(Number),
    v.minValue(least, `is below ${least}`),
  )
const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'))
const url = v.pipe(filled, v.url('is not an address such as https://help.shop.example'))
const flag = v.pipe(
  v.picklist(['0', '1'], 'is neither 0 nor 1'),
  v.transform((given) => given === '1'),
)

const schema = v.object({
  PORT: v.optional(v.pipe(whole(0), v.maxValue(65_535, 'is above 65535')), '4600'),
  HOST: v.optional(filled, '127.0.0.1'),
  DESKBELL_DATA: v.optional(filled, './data'),
  DESKBELL_PUBLIC_URL: v.optional(url),
  DESKBELL_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((given) =>
        given
          .split(',')
          .map((origin) => origin.trim())
          .filter(Boolean),
      ),
      v.array(v.pipe(v.string(), v.check(isOrigin, 'holds something that is no origin such as https://shop.example'))),
    ),
  ),
  DESKBELL_OWNER_EMAIL: v.optional(v.pipe(filled, v.email('is not an e-mail address'))),
  DESKBELL_OWNER_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(10, 'has fewer than 10 characters'))),
  DESKBELL_OWNER_NAME: v.optional(filled, 'Owner'),
  DESKBELL_DEMO: v.optional(flag, '0'),
  DESKBELL_SMTP_URL: v.optional(
    v.pipe(filled, v.regex(/^smtps?:\/\/./, 'is not an address such as smtp://user:password@mail.shop.example:587')),
  ),
  DESKBELL_MAIL_FROM: v.optional(v.pipe(filled, v.email('is not an e-mail address'))),
  DESKBELL_TRUST_PROXY: v.optional(filled),
  DESKBELL_MAX_SOCKETS_PER_ADDRESS: v.optional(whole(1), '60'),
  DESKBELL_RATE_BURST: v.optional(whole(1), '20'),
  DESKBELL_RATE_PER_SECOND: v.optional(whole(1), '5'),
  DESKBELL_METRICS_TOKEN: v.optional(v.pipe(filled, v.minLength(16, 'has fewer than 16 characters'))),
  LOG_LEVEL: v.optional(
    v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is no level of pino'),
    'info',
  ),
})

export interface Config {
  port: number
  host: string
  dataFolder: string
  /** Without a slash at its end; with a path where the relay is a folder of a site. */
  publicUrl?: string
  /** Host-page origins beside the relay's own; absent: those of the settings. */
  origins?: readonly string[]
  owner?: { email: string; password: string; name: string }
  isDemo: boolean
  /** Outgoing mail; absent: none is sent and none promised. */
  mail?: { smtpUrl: string; from: string }
  trustProxy?: string
  socketsPerAddress: number
  rateBurst: number
  ratePerSecond: number
  /** Who sends it may read the metrics from anywhere; absent: only this machine. */
  metricsToken?: string
  logLevel: string
}

/** A wrong variable: its message is the one line the site owner reads. */
export class ConfigError extends Error {}

/** Reads the environment once. Throws a `ConfigError` that names the variable and what is wrong with it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = v.safeParse(schema, given, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw new ConfigError(`${v.getDotPath(issue)?.split('.')[0]} ${issue.message}`)
  }
  return fromEnvironment(result.output)
}

function fromEnvironment(env: v.InferOutput<typeof schema>): Config {
  const { DESKBELL_OWNER_EMAIL: email, DESKBELL_OWNER_PASSWORD: password } = env
  if ((email === undefined) !== (password === undefined)) {
    throw new ConfigError('DESKBELL_OWNER_EMAIL and DESKBELL_OWNER_PASSWORD go together: set both or neither')
  }
  if ((env.DESKBELL_SMTP_URL === undefined) !== (env.DESKBELL_MAIL_FROM === undefined)) {
    throw new ConfigError('DESKBELL_SMTP_URL and DESKBELL_MAIL_FROM go together: set both or neither')
  }
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.DESKBELL_DATA,
    isDemo: env.DESKBELL_DEMO,
    socketsPerAddress: env.DESKBELL_MAX_SOCKETS_PER_ADDRESS,
    rateBurst: env.DESKBELL_RATE_BURST,
    ratePerSecond: env.DESKBELL_RATE_PER_SECOND,
    logLevel: env.LOG_LEVEL,
    ...(env.DESKBELL_PUBLIC_URL && { publicUrl: withoutSlash(new URL(env.DESKBELL_PUBLIC_URL)) }),
    ...(env.DESKBELL_ORIGINS && { origins: env.DESKBELL_ORIGINS }),
    ...(env.DESKBELL_METRICS_TOKEN && { metricsToken: env.DESKBELL_METRICS_TOKEN }),
    ...(env.DESKBELL_TRUST_PROXY && { trustProxy: env.DESKBELL_TRUST_PROXY }),
    ...(env.DESKBELL_SMTP_URL &&
      env.DESKBELL_MAIL_FROM && { mail: { smtpUrl: env.DESKBELL_SMTP_URL, from: env.DESKBELL_MAIL_FROM } }),
    ...(email && password && { owner: { email, password, name: env.DESKBELL_OWNER_NAME } }),
  }
}

function withoutSlash({ origin, pathname }: URL): string {
  return origin + pathname.replace(/\/+$/, '')
}

function isOrigin(given: string): boolean {
  return URL.canParse(given) && new URL(given).origin === given
}
