import type { Block, Inline, RichText } from '@deskbell/protocol'

/**
 * An answer as somebody would write it into a chat or a mail: blocks parted by an empty line, lists with their numbers or
 * dots, a link as its words with the address behind them. Nothing of Markdown is left.
 */
export function chatText(tree: RichText): string {
  return joined(tree, '\n\n')
}

function joined(blocks: RichText, gap: string): string {
  return blocks.map(textOf).filter(Boolean).join(gap)
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children).trim()
    case 'list':
      return block.items
        .map((item, index) => itemText(item, block.ordered ? index + (block.start ?? 1) : undefined))
        .join('\n')
    case 'quote':
      return joined(block.children, '\n').replace(/^/gm, '> ')
    case 'code':
      return block.text
    case 'divider':
      return ''
  }
}

/** The lines below the first stand under its words, not under its number. */
function itemText(item: RichText, number: number | undefined): string {
  const mark = number === undefined ? '• ' : `${number}. `
  return mark + joined(item, '\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`)
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('')
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      // A line may end anywhere in Markdown; only a break is one.
      return inline.text.replace(/\s*\n\s*/g, ' ')
    case 'code':
      return inline.text
    case 'break':
      return '\n'
    case 'link':
      return linkText(inlineText(inline.children), inline.url)
    default:
      return inlineText(inline.children)
  }
}

/** An address that is its own words, or only a scheme longer, is written once. */
function linkText(words: string, url: string): string {
  const address = url.replace(/^(mailto|tel):/, '')
  const bare = (text: string) =>
    text
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
      .replace(/[\s()-]/g, '')
  return bare(words) === bare(address) ? words : `${words} (${address})`
}
