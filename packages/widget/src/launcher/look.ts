import type { Look } from '@deskbell/protocol'

/** The script tag's data attributes, which may say anything. */
export interface GivenLook {
  readonly [name: string]: string | undefined
}

/**
 * Makes custom properties of a look: `--deskbell-accent`. They stand in a rule for the host, so that the page's own style
 * sheet counts more. What is empty, and a colour that is none, changes nothing: without one the button could not be seen.
 */
export function putLook({ style }: CSSStyleRule, look: Look | GivenLook): void {
  for (const name in look) {
    const value = (look as GivenLook)[name]
    if (value && (name !== 'accent' || CSS.supports('color', value))) style.setProperty(`--deskbell-${name}`, value)
  }
}

/** The classes of the frame, which say what no property can. */
export const classesOf = (look: Partial<Look>, page: GivenLook): string =>
  ['deskbell', page.position || look.position, page.launcher || look.launcher].join(' ')
