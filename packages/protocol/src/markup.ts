/**
 * An element with its attributes and what is in it, or a text. So the relay draws answers once, for its own pages and for
 * blocks in others: it writes them as HTML where a server asks, and a script builds nodes from them where HTML is forbidden.
 */
export type Markup = string | MarkupElement
export type MarkupElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | MarkupElement)[],
]
