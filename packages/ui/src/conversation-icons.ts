/** Icons of a conversation; drawn as those of `icons.ts`. */
export const upIcon = 'M10 16V4m-4.75 4.75L10 4l4.75 4.75'
export const downIcon = 'M10 4v12m4.75-4.75L10 16l-4.75-4.75'
export const moreIcon =
  'M4.7 10a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Zm5 0a.3.3 0 1 0 .6 0 .3.3 0 1 0-.6 0Z'
export const attachIcon = 'M15 7v6a5 5 0 0 1-10 0V6a3 3 0 0 1 6 0v7a1 1 0 0 1-2 0V7'
export const mailIcon =
  'M4.25 4.5h11.5a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H4.25a1.5 1.5 0 0 1-1.5-1.5V6a1.5 1.5 0 0 1 1.5-1.5ZM3.25 6 10 11l6.75-5'
export const bagIcon = 'M4.5 7h11l.75 9.5H3.75L4.5 7Zm2.75 2V6a2.75 2.75 0 0 1 5.5 0v3'
export const leaveIcon = 'M11 3.75H4.75v12.5H11M8.5 10h8m-3-3 3 3-3 3'
export const alongIcon = 'M3.5 5h9m-9 4h6m-6 4H8m3 1.5h6m-2.75-2.75L17 14.5l-2.75 2.75'
