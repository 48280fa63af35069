import type { Outline } from './icon.tsx'

/**
 * The icons of the panel's first views on a 20 px grid, one constant each, in one file for each download that needs them.
 * Each is the outline of a 1.5 px line with round ends. Search: `M14.25 9a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0ZM13
 * 13l3.75 3.75`, close: `m5.25 5.25 9.5 9.5m0-9.5-9.5 9.5`, back: `M12 4.5 6.5 10l5.5 5.5`, chevron: `m8 4.5 5.5 5.5L8 15.5`,
 * go: `M4 10h12m-4.75-4.75L16 10l-4.75 4.75`, pen: `m4 16 .75-3.5L13 4.25 15.75 7 7.5 15.25 4 16Z`.
 */
export const searchIcon: Outline = {
  outline:
    'M3 9a6 6 0 0 1 12 0 6 6 0 0 1-12 0Zm1.5 0a4.5 4.5 0 0 0 9 0 4.5 4.5 0 0 0-9 0ZM13.53 12.47l3.75 3.75a.75.75 0 0 1-1.06 1.06l-3.75-3.75a.75.75 0 0 1 1.06-1.06Z',
}
export const closeIcon: Outline = {
  outline:
    'M5.78 4.72l9.5 9.5a.75.75 0 0 1-1.06 1.06l-9.5-9.5a.75.75 0 0 1 1.06-1.06ZM15.28 5.78l-9.5 9.5a.75.75 0 0 1-1.06-1.06l9.5-9.5a.75.75 0 0 1 1.06 1.06Z',
}
export const backIcon: Outline = {
  outline:
    'M12.53 5.03l-4.97 4.97l4.97 4.97a.75.75 0 0 1-1.06 1.06l-5.5-5.5a.75.75 0 0 1 0-1.06l5.5-5.5a.75.75 0 0 1 1.06 1.06Z',
}
export const chevronIcon: Outline = {
  outline:
    'M8.53 3.97l5.5 5.5a.75.75 0 0 1 0 1.06l-5.5 5.5a.75.75 0 0 1-1.06-1.06l4.97-4.97l-4.97-4.97a.75.75 0 0 1 1.06-1.06Z',
}
export const goIcon: Outline = {
  outline:
    'M4 9.25l12 0a.75.75 0 0 1 0 1.5l-12 0a.75.75 0 0 1 0-1.5ZM11.78 4.72l4.75 4.75a.75.75 0 0 1 0 1.06l-4.75 4.75a.75.75 0 0 1-1.06-1.06l4.22-4.22l-4.22-4.22a.75.75 0 0 1 1.06-1.06Z',
}
export const penIcon: Outline = {
  outline:
    'M4.16 16.73a.75.75 0 0 1-.89-.89l.75-3.5a.75.75 0 0 1 .2-.37l8.25-8.25a.75.75 0 0 1 1.06 0l2.75 2.75a.75.75 0 0 1 0 1.06l-8.25 8.25a.75.75 0 0 1-.37 .2ZM7.13 14.56l7.56-7.56l-1.69-1.69l-7.56 7.56l-.46 2.15Z',
}
