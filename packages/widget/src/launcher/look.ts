import type { Look } from '@deskbell/protocol'

/** What a script tag's data attributes say, which may be anything; empty, it says nothing. */
export interface GivenLook {
  readonly [name: string]: string | undefined
}

/**
 * Makes custom properties of a look: `--deskbell-accent`. They stand in a rule for the host, so that the page's own style
 * sheet counts more. A colour that is none changes nothing: without one the button could not be seen.
 */
export function putLook({ style }: CSSStyleRule, look: Look | GivenLook): void {
  for (const name in look) {
    const value = (look as GivenLook)[name] as string
    if (name === 'accent' ? CSS.supports('color', value) : value) style.setProperty(`--deskbell-${name}`, value)
  }
}

/** The classes of the frame, which say what no property can: the owner's, unless the page says others. */
export const classesOf = (owners: Look, page: GivenLook): string =>
  ['deskbell', page.position || owners.position, page.launcher || owners.launcher].join(' ')
