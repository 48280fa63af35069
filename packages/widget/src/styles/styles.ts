import address from './styles.css?url'

let seat: ShadowRoot | undefined

/**
 * Fetches the look of the panel and of the chat. As a text inside a script it would stay in memory as long as the page.
 * Rejects where it can't be had.
 */
export async function fetchStyles(): Promise<string> {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(address)
  return reply.text()
}

/** Gives a shadow root its look; what later downloads bring along goes there, too. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  seat = root
  addStyles(css)
}

/** What a later download brings along. Constructed, so that a content security policy without inline styles allows it. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  seat?.adoptedStyleSheets.push(sheet)
}
