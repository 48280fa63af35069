type Bringing = Event & Partial<Pick<DragEvent, 'dataTransfer'> & Pick<ClipboardEvent, 'clipboardData'>>

/** Takes files that are dropped on an element or pasted into it; while they are held above, it says `words` there. Returns what stops it. */
export function bringFiles(onto: HTMLElement, words: string, take: (files: FileList) => void): () => void {
  const see = (event: Bringing) => {
    delete onto.dataset.drop
    const brought = event.dataTransfer ?? event.clipboardData
    // A text that office programs copy comes with a picture of it.
    if (!brought?.types.includes('Files') || brought.types.includes('text/plain')) return
    event.preventDefault()
    if (event.type === 'dragover') onto.dataset.drop = words
    else if (event.type !== 'dragleave') take(brought.files)
  }
  const listen = (listener: typeof see | null) => {
    onto.ondragover = onto.ondragleave = onto.ondrop = onto.onpaste = listener
  }
  listen(see)
  return () => listen(null)
}
