import { type Place, placeOf } from '../router.ts'

/** Gives the focus to the row of the open conversation, where the lists are on screen. */
export function focusOpenRow(): void {
  document.querySelector<HTMLElement>('.lists [aria-current="true"]')?.focus()
}

/** The first of all rows on screen. */
export function focusFirstRow(): void {
  document.querySelector<HTMLElement>('.lists .conversation-item')?.focus()
}

/** Unfolds a list and gives the focus to its first row; where there is none, to its head. */
export function focusList(name: string): void {
  const list = document.querySelector(`.lists [data-list="${name}"]`)
  list?.querySelector<HTMLElement>('[aria-expanded="false"]')?.click()
  requestAnimationFrame(() => {
    const place = list?.querySelector('.conversation-item') ?? list?.querySelector('[tabindex], [aria-expanded]')
    if (place instanceof HTMLElement) place.focus()
  })
}

/** Where the rows on screen lead, in their order. */
export function rowsOnScreen(): Place[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.lists .conversation-item')].map(({ hash }) => placeOf(hash))
}
