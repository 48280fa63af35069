/** These sentences after one another; empty ones are left out. Japanese and Chinese ones end without a space. */
export const sentences = (...each: readonly (string | false)[]): string =>
  each
    .filter(Boolean)
    .join(' ')
    .replace(/([。！？]) /g, '$1')
