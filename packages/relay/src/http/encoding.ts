import type { Request } from 'express'

/**
 * How what is sent to this browser is compressed: the smaller `br` wherever it is taken, else `gzip`, else not at all.
 * Browsers name gzip first without preferring it, so the order of their list does not count.
 */
export function encodingFor(request: Request): 'br' | 'gzip' | undefined {
  return (['br', 'gzip'] as const).find((encoding) => request.acceptsEncodings(encoding) !== false)
}
