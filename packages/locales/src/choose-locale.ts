/**
 * Chooses the first candidate that we have words for: the exact tag, else its language (`pt-BR` takes `pt`).
 * Candidates come from anywhere (an attribute, a page's `lang`, a browser), so case and `_` do not matter.
 */
export function chooseLocale(
  candidates: readonly (string | undefined)[],
  available: readonly string[],
  fallback: string,
): string {
  for (const candidate of candidates) {
    const tag = normalize(candidate ?? '')
    for (const wanted of [tag, tag.split('-')[0]]) {
      const found = available.find((locale) => normalize(locale) === wanted)
      if (found) return found
    }
  }
  return fallback
}

function normalize(tag: string): string {
  return tag.trim().toLowerCase().replace(/_/g, '-')
}
