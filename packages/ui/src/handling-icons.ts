/** See icons.ts. Of the inbox, for what is done with whole conversations. */
export const labelIcon = 'M3.5 3.5h6.25l6.75 6.75-6.25 6.25L3.5 9.75V3.5ZM7 7h.01'
