/**
 * Line icons on a 20 px grid as path data, one constant each, so that a download carries only those it shows.
 * Drawn by `Icon`: 1.5 px line, round ends, no fill.
 */
export const searchIcon = 'M14.25 9a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0ZM13 13l3.75 3.75'
export const closeIcon = 'm5.25 5.25 9.5 9.5m0-9.5-9.5 9.5'
export const backIcon = 'M12 4.5 6.5 10l5.5 5.5'
export const chevronIcon = 'm8 4.5 5.5 5.5L8 15.5'
export const unfoldIcon = 'M4.5 7.5 10 13l5.5-5.5'
export const goIcon = 'M4 10h12m-4.75-4.75L16 10l-4.75 4.75'
export const upIcon = 'M10 16V4m-4.75 4.75L10 4l4.75 4.75'
export const downIcon = 'M10 4v12m4.75-4.75L10 16l-4.75-4.75'
export const moreIcon =
  'M4.7 10a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Z'
export const attachIcon =
  'm13.25 7.25-5.5 5.5a1.6 1.6 0 0 0 2.25 2.25l5.6-5.6a3.3 3.3 0 0 0-4.65-4.65l-5.7 5.7a5 5 0 0 0 .2 7.05'
export const mailIcon =
  'M4.25 4.5h11.5a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H4.25a1.5 1.5 0 0 1-1.5-1.5V6a1.5 1.5 0 0 1 1.5-1.5ZM3.25 6 10 11l6.75-5'
export const bagIcon = 'M4.5 7h11l.75 9.5H3.75L4.5 7Zm2.75 2V6a2.75 2.75 0 0 1 5.5 0v3'
export const leaveIcon = 'M11 3.75H4.75v12.5H11M8.5 10h8m-3-3 3 3-3 3'
export const fileIcon = 'M5 2.75h6.5L15.5 7v10.25H5V2.75Zm6.25.25v4.25h4'
export const copyIcon = 'M7 7h9.25v9.25H7V7Zm6-2.5v-.75H3.75V13h.75'
export const clockIcon = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Zm-7-4v4.25L12.75 12'
export const penIcon = 'm4 16 .75-3.5L13 4.25 15.75 7 7.5 15.25 4 16Z'
export const bellIcon = 'M3.25 13.5a6.75 6.75 0 0 1 13.5 0H3.25ZM10 6.75V4.5M8.25 4.25h3.5M2.5 16.25h15'
export const alongIcon = 'M3.5 5h9m-9 4h6m-6 4H8m3 1.5h6m-2.75-2.75L17 14.5l-2.75 2.75'
export const offlineIcon =
  'M3 8.5A10.5 10.5 0 0 1 7 6.1m4-.55a10.5 10.5 0 0 1 6 2.95M5.75 11.5a6.5 6.5 0 0 1 3.5-1.7m2.9.4a6.5 6.5 0 0 1 2.1 1.3M10 15h.01M4 3.5l12 13'
export const chatIcon = 'M3.25 4.25h13.5V13.5h-7L6 16.75V13.5H3.25V4.25Z'
export const bookIcon = 'M3.5 4.25h5L10 5.5l1.5-1.25h5v11.25h-5L10 16.5l-1.5-1H3.5V4.25ZM10 5.5v11'
export const chartIcon = 'M3 16.75h14M5 14v-3.5M8.5 14V5.75M12 14V8.5M15.5 14V3.75'
export const settingsIcon =
  'M3 6.25h7.25m4.5 0H17M3 13.75h2.25m4.5 0H17M14.75 6.25a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Zm-5 7.5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z'
export const transferIcon = 'M3 7h12m-3-3.25L15.25 7 12 10.25M17 13H5m3-3.25L4.75 13 8 16.25'
export const checkIcon = 'm4 10.5 4 4 8-9'
export const slashIcon =
  'M5.25 3.25h9.5a2 2 0 0 1 2 2v9.5a2 2 0 0 1-2 2h-9.5a2 2 0 0 1-2-2v-9.5a2 2 0 0 1 2-2Zm6.5 3-3.5 7.5'
export const noteIcon = 'M3.75 3.25h12.5v9l-4 4h-8.5v-13Zm12.5 9h-4v4M6.75 7h6.5m-6.5 3h4'
export const personIcon =
  'M13.25 6.75a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0ZM3.75 16.75c.6-3.6 3-5.25 6.25-5.25s5.65 1.65 6.25 5.25'
export const warnIcon = 'M10 3.25 17.25 16H2.75L10 3.25Zm0 4.75v3.75M10 13.9h.01'
export const plusIcon = 'M10 4v12M4 10h12'
export const eyeIcon =
  'M2.25 10S5 4.75 10 4.75 17.75 10 17.75 10 15 15.25 10 15.25 2.25 10 2.25 10Zm10 0a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0Z'
export const moonIcon = 'M16 12.25A6.75 6.75 0 0 1 7.75 4a6.75 6.75 0 1 0 8.25 8.25Z'
