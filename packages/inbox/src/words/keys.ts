const { platform } = navigator

/** The key that is held for commands, as it stands on this keyboard. */
export const modifierKey = /^(Mac|iP)/.test(platform) ? '⌘' : 'Ctrl'
