import { type Block, type Inline, safeUrl, type RichText as Tree } from '@deskbell/protocol'
import type { ComponentChildren } from 'preact'

/** Draws a typed tree. Links go through `safeUrl` and open beside the page; what may not be a link stays text. */
export function RichText({ tree }: { tree: Tree }) {
  return <div class="rich-text">{tree.map(drawBlock)}</div>
}

function drawBlock(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.children.map(drawInline)}</p>
    case 'heading':
      return <h4>{block.children.map(drawInline)}</h4>
    case 'list':
      return block.ordered ? (
        <ol start={block.start ?? 1}>{block.items.map(drawItem)}</ol>
      ) : (
        <ul>{block.items.map(drawItem)}</ul>
      )
    case 'quote':
      return <blockquote>{block.children.map(drawBlock)}</blockquote>
    case 'code':
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      )
    case 'divider':
      return <hr />
  }
}

/** A list item of one paragraph is drawn without the paragraph, so that short lists stay tight. */
function drawItem(item: Tree) {
  const [only] = item
  const isTight = item.length === 1 && only?.kind === 'paragraph'
  return <li>{isTight ? only.children.map(drawInline) : item.map(drawBlock)}</li>
}

function drawInline(inline: Inline): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return <strong>{inline.children.map(drawInline)}</strong>
    case 'emphasis':
      return <em>{inline.children.map(drawInline)}</em>
    case 'code':
      return <code dir="ltr">{inline.text}</code>
    case 'link':
      return <SafeLink url={inline.url}>{inline.children.map(drawInline)}</SafeLink>
    case 'break':
      return <br />
  }
}

/** A link to http, https, mailto or tel; any other address is left out and its words stay. */
export function SafeLink({ url, children }: { url: string; children: ComponentChildren }) {
  const href = safeUrl(url)
  if (!href) return <>{children}</>
  const opensHere = /^(mailto|tel):/.test(href)
  return (
    <a href={href} rel="noopener noreferrer" {...(opensHere ? {} : { target: '_blank' })}>
      {children}
    </a>
  )
}
