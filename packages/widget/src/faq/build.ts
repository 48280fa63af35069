import type { MarkupElement } from '@deskbell/protocol'

/** Builds what the relay has drawn, node by node: nothing is ever read as HTML. */
export function build([tag, attributes, ...children]: MarkupElement): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.map((child) => (typeof child === 'string' ? child : build(child))))
  return made
}
