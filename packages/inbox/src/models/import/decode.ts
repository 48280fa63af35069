/** The text of UTF-8 without its byte order mark; undefined where it is something else. */
export function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Another encoding, or no text at all.
    return undefined
  }
}
