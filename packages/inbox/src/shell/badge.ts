const plain = './favicon.svg'
let drawn: string | undefined
let shown = 0

/** A dot on the tab's icon while somebody needs the operator; on an installed inbox, how many. */
export function setBadge(count: number): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  shown = count
  // The first dot waits for the icon; by then nobody may need the operator any more. Without a network it stays as it is.
  const draw = (href: string) => count === shown && icon?.setAttribute('href', href)
  iconFor(count).then(draw, () => undefined)
  void navigator.setAppBadge?.(count).catch(() => undefined)
}

async function iconFor(count: number): Promise<string> {
  if (count === 0) return plain
  drawn ??= withDot(await (await fetch(plain)).text())
  return drawn
}

function withDot(svg: string): string {
  const dot = '<circle cx="18.5" cy="5.5" r="5.5" fill="#d92d20"/></svg>'
  return `data:image/svg+xml,${encodeURIComponent(svg.replace('</svg>', dot))}`
}
