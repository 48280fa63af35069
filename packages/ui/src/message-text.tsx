import { SafeLink } from './rich-text.tsx'

const address = /https?:\/\/[^\s<>"]+|(?:mailto:)?[^\s<>"@:]+@[^\s<>"@]+\.[^\s<>"@]+/gi
/** Signs that end a sentence rather than an address. */
const sentenceEnd = /[.,;:!?…'"’‘”“»«)\]}。、，！？؟،]+$/u

/** What somebody wrote, as text; addresses in it become links, line breaks stay. Each line finds its own direction. */
export function MessageText({ text }: { text: string }) {
  return (
    <span class="message-text" dir="auto">
      {partsOf(text).map((part) => (part.url ? <SafeLink url={part.url}>{part.text}</SafeLink> : part.text))}
    </span>
  )
}

/** Splits a text into plain parts and addresses; put together again they are the text. */
function partsOf(text: string): { text: string; url?: string }[] {
  const parts: { text: string; url?: string }[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const found = trimEnd(match[0])
    if (found === '' || match.index < end) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ text: found, url: /^(https?|mailto):/i.test(found) ? found : `mailto:${found}` })
    end = match.index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** Takes the end of the sentence off an address; a closing bracket stays where the address opened it. */
function trimEnd(found: string): string {
  const trimmed = found.replace(sentenceEnd, '')
  const rest = found.slice(trimmed.length)
  return rest.startsWith(')') && trimmed.includes('(') ? `${trimmed})` : trimmed
}
