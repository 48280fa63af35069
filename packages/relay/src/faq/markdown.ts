import { type Block, type Inline, type RichText, safeUrl } from '@deskbell/protocol'
import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Markdown (CommonMark) as a typed tree. HTML in it becomes text, a link that is none becomes its words, a picture its description. */
export function parseMarkdown(markdown: string): RichText {
  return fromMarkdown(markdown).children.flatMap(toBlocks)
}

function toBlocks(node: RootContent | BlockContent | DefinitionContent): Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ kind: node.type, children: toInlines(node.children) }]
    case 'list':
      return [toList(node)]
    case 'blockquote':
      return [{ kind: 'quote', children: node.children.flatMap(toBlocks) }]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'thematicBreak':
      return [{ kind: 'divider' }]
    case 'html':
      return [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }]
    default:
      return []
  }
}

function toList({ ordered, start, children }: List): Block {
  const items = children.map((item) => item.children.flatMap(toBlocks))
  return { kind: 'list', ordered: ordered ?? false, items, ...(typeof start === 'number' && start !== 1 && { start }) }
}

function toInlines(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'html':
        return [{ kind: 'text', text: node.value }]
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: toInlines(node.children) }]
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }]
      case 'break':
        return [{ kind: 'break' }]
      case 'link': {
        const url = safeUrl(node.url)
        return url ? [{ kind: 'link', url, children: toInlines(node.children) }] : toInlines(node.children)
      }
      case 'image':
        return node.alt ? [{ kind: 'text', text: node.alt }] : []
      default:
        return []
    }
  })
}
