/** An answer as a typed tree: parsed from Markdown on the relay, so that no browser code handles HTML. */
export type RichText = readonly Block[]

export type Block =
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'heading'; children: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; start?: number; items: readonly RichText[] }
  | { kind: 'quote'; children: RichText }
  | { kind: 'code'; text: string }
  | { kind: 'divider' }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; children: readonly Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: readonly Inline[] }
  | { kind: 'break' }

/** The words of a tree, for search and previews; blocks are parted by a space. */
export function plainText(blocks: RichText): string {
  return blocks.map(textOfBlock).filter(Boolean).join(' ')
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.children.map(textOfInline).join('')
    case 'list':
      return block.items.map(plainText).join(' ')
    case 'quote':
      return plainText(block.children)
    case 'code':
      return block.text
    case 'divider':
      return ''
  }
}

function textOfInline(inline: Inline): string {
  if (inline.kind === 'break') return ' '
  return 'text' in inline ? inline.text : inline.children.map(textOfInline).join('')
}

/** The address if it may be a link (http, https, mailto, tel), else undefined. Tabs and line breaks hide nothing: URL strips them first. */
export function safeUrl(given: string): string | undefined {
  try {
    const url = new URL(given)
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined
  } catch {
    // Not an absolute address: shown as text.
    return undefined
  }
}
