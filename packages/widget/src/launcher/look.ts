/** The owner's look (`Look`) with the script tag's data attributes over it, which may say anything. */
export interface GivenLook {
  readonly [name: string]: string | undefined
}

/**
 * Makes custom properties of a look: `--deskbell-accent`. They stand in a rule for the host, so that the page's own style
 * sheet counts more. A colour that is none changes nothing: without one the button could not be seen.
 */
export function putLook({ style }: CSSStyleRule, look: GivenLook): void {
  for (const name in look) {
    const value = look[name] as string
    if (name !== 'accent' || CSS.supports('color', value)) style.setProperty(`--deskbell-${name}`, value)
  }
}

/** The classes of the frame, which say what no property can. */
export const classesOf = ({ position, launcher }: GivenLook): string => ['deskbell', position, launcher].join(' ')
