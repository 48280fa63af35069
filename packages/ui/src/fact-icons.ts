/** Icons beside facts in a conversation; drawn as those of `conversation-icons.ts`. */
export const fileIcon = 'M5 2.75h6.5L15.5 7v10.25H5V2.75Zm6.25.25v4.25h4'
export const clockIcon = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Zm-7-4v4.25L12.75 12'
export const bellIcon = 'M3.25 13.5a6.75 6.75 0 0 1 13.5 0H3.25ZM10 6.75V4.5M8.25 4.25h3.5M2.5 16.25h15'
