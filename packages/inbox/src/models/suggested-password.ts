const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password to suggest: 60 bits of chance in three groups, without letters that look alike. */
export function suggestPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const signs = Array.from(bytes, (byte) => letters[byte % letters.length] ?? '')
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join('')).join('-')
}
