const marks = ['itemprop', 'itemscope', 'itemtype', 'itemid']

/**
 * A question counts once on a page. What another block or the page itself tells search engines already, this block shows
 * without telling it: its microdata goes, what is on screen stays.
 */
export function tellOnce(root: ShadowRoot): void {
  const told = new Set([...toldInData(), ...toldInBlocks(root)])
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
  return question.querySelector('[itemprop="name"]')?.textContent ?? ''
}

/** By the page, or by whoever else writes `FAQPage` into it. */
function toldInData(): string[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      const { mainEntity }: { mainEntity?: unknown } = JSON.parse(textContent)
      return [mainEntity].flat().map((question) => String((question as { name?: unknown } | undefined)?.name))
    } catch {
      // Not JSON, or none of an FAQ: nothing is told there.
      return []
    }
  })
}
