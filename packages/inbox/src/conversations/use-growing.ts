import { useLayoutEffect } from 'preact/hooks'

/** Grows with its text, up to a limit of the style sheet. */
export function useGrowing(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const { current } = field
    // Browsers that size a field by its content need no help.
    if (!current || globalThis.CSS?.supports?.('field-sizing', 'content')) return
    current.style.blockSize = 'auto'
    current.style.blockSize = `${current.scrollHeight}px`
  }, [field, text])
}
