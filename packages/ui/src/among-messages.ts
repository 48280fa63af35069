const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Arrow keys lead from the message that has the focus to the one before or after it. For `onKeyDown` of what they lie in. */
export function goAmongMessages(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = steps[event.key]
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>('.message')]
  const place = messages.indexOf(event.target as HTMLElement)
  if (step === undefined || place < 0) return
  messages[place + step]?.focus()
  event.preventDefault()
}
