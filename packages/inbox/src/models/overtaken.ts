/** Somebody has saved since this form was loaded. */
export interface Overtaken<T> {
  /** Who, where the relay knows it. */
  by?: string
  theirs: T
  version?: string | undefined
  /** What is other than it was loaded. */
  parts: readonly string[]
}

/** A form's content in parts that are changed apart from one another, and back. */
export interface InParts<T> {
  partsOf(one: T): Readonly<Record<string, unknown>>
  fromParts(parts: Readonly<Record<string, unknown>>): T
}

/** The names of the parts that differ. */
export function changedParts<T>({ partsOf }: InParts<T>, before: T, after: T): string[] {
  const [one, other] = [partsOf(before), partsOf(after)]
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => canonical(one[name]) !== canonical(other[name]))
}

/** What others have saved, with the parts in place that were changed here. */
export function withMine<T>(inParts: InParts<T>, { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', T>): T {
  const parts = { ...inParts.partsOf(theirs) }
  const own = inParts.partsOf(mine)
  for (const name of changedParts(inParts, base, mine)) {
    if (own[name] === undefined) delete parts[name]
    else parts[name] = own[name]
  }
  return inParts.fromParts(parts)
}

/** The same text for the same content, whatever order its members came in. */
export function canonical(content: unknown): string {
  return (
    JSON.stringify(content, (_key, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort())
        : one,
    ) ?? ''
  )
}
