/**
 * The page sees what happens in the panel as happening on the widget's element: it would take keys for its own, scroll
 * instead of the panel, take files that are dropped here, and forbid copying as on its pictures.
 */
const kept = [
  ...['keydown', 'keypress', 'wheel', 'touchmove', 'dragenter', 'dragover', 'dragleave', 'drop'],
  ...['paste', 'copy', 'cut', 'contextmenu', 'selectstart'],
  ...['beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend'],
]

/** Keeps what happens in the panel from the page's own scripts, as far as they don't listen to what is on its way down. */
export function keepFromPage(panel: HTMLElement): void {
  for (const type of kept) panel.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
  // What Escape closes in here the panel knows; the browser would close something of the page's, too.
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault(), true)
  panel.ondragover = panel.ondrop = leaveFiles
}

/** The launcher's keys, too, and those of what stands beside it. */
export function keepKeysFromPage(frame: HTMLElement): void {
  frame.onkeydown = frame.onkeypress = frame.onkeyup = (event) => event.stopPropagation()
}

/** A file that nothing in the panel takes would be opened by the browser in place of the page. */
function leaveFiles(event: DragEvent): void {
  const { defaultPrevented, dataTransfer } = event
  if (defaultPrevented || !dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}
