import { type Block, type Inline, type Markup, type RichText, safeUrl } from '@deskbell/protocol'

/** Where an answer stands decides how deep its own headings are. */
type Heading = 'h2' | 'h4'

/** An answer's typed tree as elements: the same as `RichText` of `ui` draws in the widget. */
export function answerMarkup(tree: RichText, heading: Heading = 'h4'): Markup[] {
  return tree.map((block) => drawBlock(block, heading))
}

function drawBlock(block: Block, heading: Heading): Markup {
  switch (block.kind) {
    case 'paragraph':
      return ['p', {}, ...block.children.map(drawInline)]
    case 'heading':
      return [heading, {}, ...block.children.map(drawInline)]
    case 'list':
      return drawList(block, heading)
    case 'quote':
      return ['blockquote', {}, ...answerMarkup(block.children, heading)]
    case 'code':
      return ['pre', { dir: 'ltr' }, ['code', {}, block.text]]
    case 'divider':
      return ['hr', {}]
  }
}

function drawList({ ordered, start = 1, items }: Extract<Block, { kind: 'list' }>, heading: Heading): Markup {
  const drawn = items.map((item) => drawItem(item, heading))
  return ordered ? ['ol', { start: String(start) }, ...drawn] : ['ul', {}, ...drawn]
}

function drawItem(item: RichText, heading: Heading): Markup {
  const [only] = item
  const isTight = item.length === 1 && only?.kind === 'paragraph'
  return ['li', {}, ...(isTight ? only.children.map(drawInline) : answerMarkup(item, heading))]
}

function drawInline(inline: Inline): Markup {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return ['strong', {}, ...inline.children.map(drawInline)]
    case 'emphasis':
      return ['em', {}, ...inline.children.map(drawInline)]
    case 'code':
      return ['code', { dir: 'ltr' }, inline.text]
    case 'link':
      return drawLink(inline.url, inline.children.map(drawInline))
    case 'break':
      return ['br', {}]
  }
}

/** What may not be a link keeps its words. */
function drawLink(url: string, words: readonly Markup[]): Markup {
  const href = safeUrl(url)
  if (!href) return ['span', {}, ...words]
  const opensHere = /^(mailto|tel):/.test(href)
  return ['a', { href, rel: 'noopener noreferrer', ...(!opensHere && { target: '_blank' }) }, ...words]
}
