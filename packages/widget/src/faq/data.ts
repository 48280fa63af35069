import type { FaqData, FaqQuestion } from '@deskbell/protocol'

const kind = 'application/ld+json'

/**
 * Tells search engines what a block answers, in a script element beside its shadow root. What the page says elsewhere, in
 * another block or by itself, is left out: a question counts once. Without `data`, what the server wrote is looked through.
 */
export function publish(block: HTMLElement, data?: FaqData): void {
  const own = block.querySelector<HTMLScriptElement>(`:scope > script[type="${kind}"]`)
  const wanted = data ?? faqIn(own)
  const said = new Set(
    [...document.querySelectorAll(`script[type="${kind}"]`)]
      .filter((script) => script !== own)
      .flatMap((script) => faqIn(script)?.mainEntity ?? [])
      .map(nameOf),
  )
  const left = wanted?.mainEntity.filter((question) => !said.has(nameOf(question))) ?? []
  if (own && !data && left.length === wanted?.mainEntity.length) return
  own?.remove()
  if (!wanted || left.length === 0) return
  const script = document.createElement('script')
  script.type = kind
  // A text node, because trusted types let no string become the content of a script, not even of one that never runs.
  script.append(document.createTextNode(JSON.stringify({ ...wanted, mainEntity: left })))
  block.append(script)
}

function faqIn(script: Element | null): FaqData | undefined {
  try {
    const data: Partial<FaqData> | null = JSON.parse(script?.textContent ?? 'null')
    return data?.['@type'] === 'FAQPage' && Array.isArray(data.mainEntity) ? (data as FaqData) : undefined
  } catch {
    // Not ours and not JSON: nothing is said there.
    return undefined
  }
}

const nameOf = (question: FaqQuestion): string => String(question?.name).trim()
