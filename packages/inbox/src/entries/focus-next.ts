/** After a row was taken away: the focus goes to the button of the row that came in its place, else to what begins the list. */
export function focusNext(list: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const rows = list?.isConnected ? [...list.children] : []
    const row = rows[Math.min(index, rows.length - 1)]
    const next = row?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('main')
    next?.focus()
  })
}
