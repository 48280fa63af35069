const marks = ['itemprop', 'itemscope', 'itemtype', 'itemid']

/**
 * A question counts once on a page. What another block or the page itself tells search engines already, this block shows
 * without telling it: its microdata goes, what is on screen stays.
 */
export function tellOnce(root: ShadowRoot): void {
  const told = new Set([...toldInPage(), ...toldInBlocks(root)])
  for (const question of root.querySelectorAll('[itemprop="mainEntity"]')) {
    if (!told.has(nameOf(question))) continue
    for (const element of [question, ...question.querySelectorAll('[itemprop]')])
      for (const mark of marks) element.removeAttribute(mark)
  }
}

function toldInBlocks(own: ShadowRoot): string[] {
  return [...document.querySelectorAll('deskbell-faq')].flatMap(({ shadowRoot }) =>
    shadowRoot && shadowRoot !== own ? [...shadowRoot.querySelectorAll('[itemprop="mainEntity"]')].map(nameOf) : [],
  )
}

function nameOf(question: Element): string {
  return plain(question.querySelector('[itemprop="name"]')?.textContent)
}

/** Pages break lines within a question where they like. */
function plain(name: unknown): string {
  return String(name).replace(/\s+/g, ' ').trim()
}

/** By the page, or by whoever else writes its questions into it. */
function toldInPage(): string[] {
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return namesIn(JSON.parse(textContent))
    } catch {
      // Not JSON: nothing is told there.
      return []
    }
  })
  return [...data, ...[...document.querySelectorAll('[itemtype$="schema.org/Question"]')].map(nameOf)]
}

/** Of every `Question`, however deep: pages nest them in lists, `@graph` and `mainEntity`. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, name } = value as { '@type'?: unknown; name?: unknown }
  return [type].flat().includes('Question') ? [plain(name)] : Object.values(value).flatMap(namesIn)
}
