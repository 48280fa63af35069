/** Icons of what operators work with; drawn as those of `conversation-icons.ts`. */
export const chatIcon = 'M3.25 4.25h13.5V13.5h-7L6 16.75V13.5H3.25V4.25Z'
export const bookIcon = 'M3.5 4.25h5L10 5.5l1.5-1.25h5v11.25h-5L10 16.5l-1.5-1H3.5V4.25ZM10 5.5v11'
export const chartIcon = 'M3 16.75h14M5 14v-3.5M8.5 14V5.75M12 14V8.5M15.5 14V3.75'
export const settingsIcon =
  'M3 6.25h7.25m4.5 0H17M3 13.75h2.25m4.5 0H17M14.75 6.25a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Zm-5 7.5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z'
export const transferIcon = 'M3 7h12m-3-3.25L15.25 7 12 10.25M17 13H5m3-3.25L4.75 13 8 16.25'
export const slashIcon =
  'M5.25 3.25h9.5a2 2 0 0 1 2 2v9.5a2 2 0 0 1-2 2h-9.5a2 2 0 0 1-2-2v-9.5a2 2 0 0 1 2-2Zm6.5 3-3.5 7.5'
export const noteIcon = 'M3.75 3.25h12.5v9l-4 4h-8.5v-13Zm12.5 9h-4v4M6.75 7h6.5m-6.5 3h4'
export const personIcon =
  'M13.25 6.75a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM3.75 16.75c.6-3.6 3-5.25 6.25-5.25s5.65 1.65 6.25 5.25'
