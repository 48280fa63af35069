// On the FAQ's own pages: a person is one press away where scripts run. Everything else there does without.
type Queue = ((...call: unknown[]) => void) & { q?: unknown[] }

const page = window as { Deskbell?: Queue }
const q: unknown[] = []
page.Deskbell ??= Object.assign((...call: unknown[]) => void q.push(call), { q })
const ask = (text = ''): void => page.Deskbell?.('ask', { text })
for (const button of document.querySelectorAll<HTMLElement>('[data-ask]')) {
  button.hidden = false
  // What somebody searched comes along.
  button.onclick = () => ask(button.dataset.ask)
}
// An answer block on a page without a widget has sent them here.
if (location.hash === '#ask') ask()
