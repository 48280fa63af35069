/** Makes an element with its attributes and children. */
export function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  for (const key in attributes) made.setAttribute(key, attributes[key] as string)
  made.append(...children)
  return made
}
