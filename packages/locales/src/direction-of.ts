const rightToLeft = /^(arc?|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i

/** Which way a locale is written; for the `dir` of whatever holds its text. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.test(locale) ? 'rtl' : 'ltr'
}
