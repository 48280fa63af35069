/** Icons that are signs: done, careful, more, seen, dark; drawn as those of `conversation-icons.ts`. */
export const unfoldIcon = 'M4.5 7.5 10 13l5.5-5.5'
export const checkIcon = 'm4 10.5 4 4 8-9'
export const warnIcon = 'M10 3.25 17.25 16H2.75L10 3.25Zm0 4.75v3.75M10 13.9h.01'
export const plusIcon = 'M10 4v12M4 10h12'
export const eyeIcon =
  'M2.25 10S5 4.75 10 4.75 17.75 10 17.75 10 15 15.25 10 15.25 2.25 10 2.25 10Zm10 0a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z'
export const moonIcon = 'M16 12.25A6.75 6.75 0 0 1 7.75 4a6.75 6.75 0 1 0 8.25 8.25Z'
