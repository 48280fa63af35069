/**
 * Line icons on a 20 px grid as path data, one constant each, in one file for each
 * download that needs them.
 * Drawn by `Icon`: 1.5 px line, round ends, no fill.
 */
export const searchIcon = 'M14.25 9a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0ZM13 13l3.75 3.75'
export const closeIcon = 'm5.25 5.25 9.5 9.5m0-9.5-9.5 9.5'
export const backIcon = 'M12 4.5 6.5 10l5.5 5.5'
export const chevronIcon = 'm8 4.5 5.5 5.5L8 15.5'
export const goIcon = 'M4 10h12m-4.75-4.75L16 10l-4.75 4.75'
export const penIcon = 'm4 16 .75-3.5L13 4.25 15.75 7 7.5 15.25 4 16Z'
export const offlineIcon =
  'M3 8.5A10.5 10.5 0 0 1 7 6.1m4-.55a10.5 10.5 0 0 1 6 2.95M5.75 11.5a6.5 6.5 0 0 1 3.5-1.7m2.9.4a6.5 6.5 0 0 1 2.1 1.3M10 15h.01M4 3.5l12 13'
