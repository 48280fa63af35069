import * as v from 'valibot'
import { cleanLine } from './clean.ts'
import { limits } from './limits.ts'

/** Who the host page says the visitor is. Only with `hash`, the shop's signature of `id`, does more than the name count. */
export interface Identity {
  /** The shop's own id of the visitor. */
  id?: string | undefined
  name?: string | undefined
  email?: string | undefined
  /** HMAC-SHA-256 of `id` with the installation's identity secret, as 64 hexadecimal digits. */
  hash?: string | undefined
}

const line = (most: number) => v.pipe(v.string(), v.transform(cleanLine), v.nonEmpty(), v.maxLength(most))
const shapes = {
  // Signed as it is: nothing of it is cleaned away.
  id: v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
    v.nonEmpty(),
    v.maxLength(limits.titleLength),
  ),
  name: line(limits.nameLength),
  email: v.pipe(line(limits.emailLength), v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)),
}

/** What is right of it. What is not is left out, never refused: a page that errs must not shut its visitors out. */
export const identityGuard = v.pipe(v.unknown(), v.transform(rightPart))

function rightPart(given: unknown): Identity {
  const parts = Object.entries(shapes).flatMap(([name, shape]) => {
    const result = v.safeParse(shape, typeof given === 'object' && given !== null && Reflect.get(given, name))
    return result.success ? [[name, result.output]] : []
  })
  return Object.fromEntries(parts) as Identity
}
