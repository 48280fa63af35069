import type { Page } from 'playwright-core'

/**
 * Writes down from now on what a screen reader would read out by itself: what is added, or changed, inside the live regions
 * of the widget, one line for a region and a piece of work. What a region has when it comes is not read out, but an alert's.
 */
export function listenTo(page: Page): Promise<void> {
  return page.evaluate(() => {
    const live = '[aria-live], [role=log], [role=status], [role=alert]'
    const spoken: string[] = []
    Object.assign(globalThis, { spoken })
    const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement)
    const isSilent = (region: Element) =>
      region.ariaLive === 'off' || region.ariaBusy === 'true' || !region.checkVisibility({ visibilityProperty: true })
    const textOf = (node: Node): string => {
      if (node instanceof Element && (node.ariaHidden === 'true' || node.matches(live))) return ''
      return node.nodeType === Node.TEXT_NODE
        ? (node.textContent ?? '')
        : [...node.childNodes].map(textOf).join(node instanceof HTMLElement && node.tagName === 'DIV' ? ' ' : '')
    }
    const said = new Map<Element, string>()
    const add = (node: Node, isNew: boolean) => {
      const region = elementOf(node)?.closest(live)
      if (!region || isSilent(region) || elementOf(node)?.closest('[aria-hidden=true]')) return
      const relevant = region.getAttribute('aria-relevant') ?? 'additions text'
      if (!relevant.includes(isNew ? 'additions' : 'text')) return
      const isAtomic = region.matches('[role=status], [role=alert]')
      const text = isAtomic ? [...region.childNodes].map(textOf).join('') : `${said.get(region) ?? ''} ${textOf(node)}`
      said.set(region, text)
    }
    new MutationObserver((changes) => {
      said.clear()
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') add(target, false)
        for (const node of addedNodes) {
          const elements = node instanceof Element ? [node, ...node.querySelectorAll('*')] : []
          // Nothing is heard of a region that has only come, unless it is an alert.
          if (!elements[0]?.matches(live)) add(node, true)
          for (const { firstChild } of elements.filter((one) => one.role === 'alert'))
            if (firstChild) add(firstChild, true)
        }
      }
      for (const text of said.values()) if (text.trim()) spoken.push(text.replace(/\s+/g, ' ').trim())
    }).observe(document.querySelector('deskbell-widget')?.shadowRoot ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

/** All that was read out since it was listened to. */
export const spokenOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken)
