/** Icons of a conversation: 1.5 px lines with round ends on a 20 px grid, as path data. */
export const upIcon = 'M10 16V4m-4.75 4.75L10 4l4.75 4.75'
export const downIcon = 'M10 4v12m4.75-4.75L10 16l-4.75-4.75'
export const moreIcon =
  'M4.7 10a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Z'
export const attachIcon = 'M15 7v6a5 5 0 0 1-10 0V6a3 3 0 0 1 6 0v7a1 1 0 0 1-2 0V7'
export const alongIcon = 'M3.5 5h9m-9 4h6m-6 4H8m3 1.5h6m-2.75-2.75L17 14.5l-2.75 2.75'
