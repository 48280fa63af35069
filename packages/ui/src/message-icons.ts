/** Icons beside messages and their field; drawn as those of `conversation-icons.ts`. */
export const smileIcon = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM7 11.75a3.6 3.6 0 0 0 6 0M7.75 8h.01m4.48 0h.01'
export const copyIcon = 'M7 7h9.25v9.25H7V7Zm6-2.5v-.75H3.75V13h.75'
