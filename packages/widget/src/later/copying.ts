import { type Signal, useSignal } from '@preact/signals'

/** Puts a text on the clipboard. Without TLS browsers have none: then there is no `copy`, and the text is copied by hand. */
export function useCopying(text: string): { isCopied: Signal<boolean>; copy?: () => void } {
  const isCopied = useSignal(false)
  if (!('clipboard' in navigator)) return { isCopied }
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => {
        isCopied.value = true
      },
      // Forbidden by the page or the visitor: it stands there to be copied by hand.
      () => undefined,
    )
  return { isCopied, copy }
}
