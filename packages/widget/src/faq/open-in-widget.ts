type Deskbell = (name: string, given?: unknown) => void

/** A click on a way to a person opens the page's widget, where it has one; else the link leads to a page that does. */
export function openInWidget(event: Event): void {
  const way = event.target instanceof Element && event.target.closest('.ask')
  const { Deskbell: call } = window as { Deskbell?: Deskbell }
  // Before the widget has come, and after it has left, a call would wait for it.
  if (!way || !call || !document.querySelector('deskbell-widget')) return
  event.preventDefault()
  call('ask')
}
