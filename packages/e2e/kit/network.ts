import type { Page, WebSocketRoute } from 'playwright-core'

/** Between a page and its relay: the connection can be lost, and be had again. */
export interface Network {
  readonly lose: () => Promise<void>
  readonly restore: () => Promise<void>
}

/**
 * Stands between a page and its relay. Call before the page is opened. Being offline alone would leave an open WebSocket
 * as it is.
 */
export async function networkOf(page: Page): Promise<Network> {
  const open = new Set<WebSocketRoute>()
  let isLost = false
  await page.routeWebSocket(/\/socket\.io\//, async (socket) => {
    if (isLost) return socket.close()
    open.add(socket)
    socket.connectToServer()
  })
  return {
    async lose() {
      isLost = true
      await page.context().setOffline(true)
      for (const socket of open) await socket.close()
      open.clear()
    },
    async restore() {
      isLost = false
      await page.context().setOffline(false)
    },
  }
}
