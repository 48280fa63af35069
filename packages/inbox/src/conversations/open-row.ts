/** Gives the focus to the row of the open conversation, where the lists are on screen. */
export function focusOpenRow(): void {
  document.querySelector<HTMLElement>('.lists [aria-current="true"]')?.focus()
}

/** The first of all rows on screen. */
export function focusFirstRow(): void {
  document.querySelector<HTMLElement>('.lists .conversation-item')?.focus()
}
