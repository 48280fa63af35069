/** Lines the panel comes with though they are seldom seen, or by the chat alone, which has no room. */
export const offlineIcon =
  'M3 8.5A10.5 10.5 0 0 1 7 6.1m4-.55a10.5 10.5 0 0 1 6 2.95M5.75 11.5a6.5 6.5 0 0 1 3.5-1.7m2.9.4a6.5 6.5 0 0 1 2.1 1.3M10 15h.01M4 3.5l12 13'
export const mailIcon =
  'M4.25 4.5h11.5a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H4.25a1.5 1.5 0 0 1-1.5-1.5V6a1.5 1.5 0 0 1 1.5-1.5ZM3.25 6 10 11l6.75-5'
export const bagIcon = 'M4.5 7h11l.75 9.5H3.75L4.5 7Zm2.75 2V6a2.75 2.75 0 0 1 5.5 0v3'
export const leaveIcon = 'M11 3.75H4.75v12.5H11M8.5 10h8m-3-3 3 3-3 3'
