const svg = 'http://www.w3.org/2000/svg'

/** Makes an element of HTML (`button`) or, after `svg:`, of SVG, with its attributes and children. */
export function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const [tag = '', drawn] = name.split(':').reverse()
  const made = drawn ? (document.createElementNS(svg, tag) as Element) : document.createElement(tag)
  for (const key in attributes) made.setAttribute(key, attributes[key] ?? '')
  made.append(...children)
  return made as HTMLElement
}
