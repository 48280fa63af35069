import type { Entry } from './entries.ts'

const seeds = [0x811c9dc5, 0x9e3779b9]

/** Says of an entry, as it travels, which one is meant to be replaced: another with every change. Of none, that there is none. */
export function entryVersion(entry: Entry | undefined): string {
  const text = JSON.stringify(entry ?? null)
  return seeds.map((seed) => hashOf(text, seed).toString(36)).join('-')
}

/** FNV-1a: no secret, only another text for another entry. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
