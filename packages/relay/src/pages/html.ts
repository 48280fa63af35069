import type { Markup, MarkupElement } from '@deskbell/protocol'

const empty = new Set(['br', 'hr', 'input', 'link', 'meta'])
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Writes a tree as HTML. Every text and every attribute is escaped; there is no way around it. */
export function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup)
  const [tag, attributes, ...children] = markup
  const start = `<${tag}${Object.entries(attributes).map(written).join('')}>`
  if (empty.has(tag)) return start
  // What stands in a script is not HTML: see `dataScript`, the one place that makes one with words in it.
  const content = tag === 'script' ? children.join('') : children.map(toHtml).join('')
  return `${start}${content}</${tag}>`
}

/** A script element that only holds data. Nothing in it can end it. */
export function dataScript(data: unknown): MarkupElement {
  return ['script', { type: 'application/ld+json' }, JSON.stringify(data).replaceAll('<', '\\u003c')]
}

function written([name, value]: [string, string]): string {
  return value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')
}
