import { safeUrl } from '@deskbell/protocol'

/** Signs that end a sentence, or a stretch in bold, rather than an address. */
const endings = new Set('.,;:!?…\'"’‘”“»«)]}*؟')
/** Words that look like an address themselves. */
const looksLikeAddress = /:\/\/|@|[\p{L}\p{N}-]\.\p{L}{2,}/u

/** Takes the end of the sentence off an address; a closing bracket stays where the address opened it. */
export function withoutSentenceEnd(found: string): string {
  let end = found.length
  while (endings.has(found[end - 1] ?? '')) end -= 1
  const trimmed = found.slice(0, end)
  return found[end] === ')' && trimmed.includes('(') ? `${trimmed})` : trimmed
}

/** Where a link behind these words may lead. Words that name one place never stand before another. */
export function behindWords(words: string, target: string): string | undefined {
  const url = safeUrl(target)
  if (!url || !looksLikeAddress.test(words)) return url
  const said = safeUrl(words) ?? safeUrl(`https://${words}`)
  return said !== undefined && new URL(said).host === new URL(url).host ? url : undefined
}
