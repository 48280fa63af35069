/** For a button that goes with what it does: who uses the keyboard stays among the messages. */
export function leaving(act: () => void) {
  return ({ currentTarget }: { currentTarget: HTMLElement }) => {
    currentTarget.closest<HTMLElement>('[role=log]')?.focus()
    act()
  }
}
