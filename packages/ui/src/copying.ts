import { useState } from 'preact/hooks'

/** Puts a text on the clipboard. Without TLS browsers have none: then there is no `copy`, and the text is copied by hand. */
export function useCopying(text: string): { isCopied: boolean; copy?: () => void } {
  const [isCopied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return { isCopied }
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Forbidden by the page or the reader: it stands there to be copied by hand.
      () => undefined,
    )
  return { isCopied, copy }
}
