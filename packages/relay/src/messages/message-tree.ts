import type { Block, Inline, RichText } from '@deskbell/protocol'
import { readInlines } from './inlines.ts'

/** What every text has that is more than text: most have nothing of it, and cost no more than this look. */
const signs = /[*_`@]|:\/\/|^[ \t]*(?:[-+•]|\d{1,9}[.)])[ \t]/m
/** With more than this a tree would weigh many times its text on the wire, and a page of them too much. */
const heaviest = 80
const fence = /^\s*```\S*\s*$/
const listLine = /^\s*(?:[-*+•]|(?<number>\d{1,9})[.)])\s+(?<text>\S.*)$/

/**
 * What somebody wrote, as the same typed tree as an answer: addresses, bold and italic, code, lists. Undefined where that is
 * no more than the text. Whoever writes for the desk may put a link behind words; a visitor's link always shows where it
 * leads. What is not certainly meant as a mark stays as it was typed, and nothing typed is left out but marks.
 */
export function messageTree(text: string, from: 'visitor' | 'operator'): RichText | undefined {
  if (!signs.test(text)) return undefined
  const mayName = from === 'operator'
  const tree = blocksOf(text.split('\n')).map((part) => toBlock(part, mayName))
  return tree.every(isPlain) || weightOf(tree) > heaviest ? undefined : tree
}

/** Some lines that belong together. `items`: each with its lines. */
type Part =
  | { kind: 'code' | 'paragraph'; lines: string[] }
  | { kind: 'list'; start: number | undefined; items: string[][] }

function blocksOf(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  const isFence = lines.map((line) => fence.test(line))
  const isListed = listedLines(lines)
  let isBelowGap = true
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const end = isFence[at] ? isFence.indexOf(true, at + 1) : -1
    if (end > 0) {
      parts.push({ kind: 'code', lines: lines.slice(at + 1, end) })
      at = end
      isBelowGap = true
    } else if (line.trim() === '') isBelowGap = true
    else {
      const last = parts.at(-1)
      if (isListed[at]) addToList(parts, line)
      else if (!isBelowGap && last?.kind === 'list' && /^\s/.test(line)) last.items.at(-1)?.push(line.trim())
      else if (!isBelowGap && last?.kind === 'paragraph') last.lines.push(line)
      else parts.push({ kind: 'paragraph', lines: [line] })
      isBelowGap = false
    }
  }
  return parts
}

/** Lines that are items of a list: one alone may be a date or a dash, and stays as it is. */
function listedLines(lines: readonly string[]): boolean[] {
  const looks = lines.map((line) => listLine.test(line))
  const isItem = (at: number, way: 1 | -1): boolean => {
    const next = lines[at + way]
    // Within an item lines are indented, and one line may be left empty between two.
    const isBetween = next !== undefined && !looks[at + way] && (next.trim() === '' || /^\s/.test(next))
    return looks[at + way] === true || (isBetween && looks[at + 2 * way] === true)
  }
  return looks.map((isLike, at) => isLike && (isItem(at, 1) || isItem(at, -1)))
}

function addToList(parts: Part[], line: string): void {
  const { number, text = '' } = listLine.exec(line)?.groups ?? {}
  const start = number === undefined ? undefined : Number(number)
  const last = parts.at(-1)
  if (last?.kind === 'list' && start === nextNumber(last)) last.items.push([text])
  else parts.push({ kind: 'list', start, items: [[text]] })
}

/** A number that doesn't follow begins a list of its own: numbers stay as they were typed. */
function nextNumber({ start, items }: { start: number | undefined; items: string[][] }): number | undefined {
  return start === undefined ? undefined : start + items.length
}

function toBlock(part: Part, mayName: boolean): Block {
  const paragraph = (lines: readonly string[]): Block => ({
    kind: 'paragraph',
    children: readInlines(lines.join('\n'), mayName),
  })
  if (part.kind === 'list') {
    const { start, items } = part
    const isCounted = start !== undefined
    const list = { kind: 'list', ordered: isCounted, items: items.map((lines) => [paragraph(lines)]) } as const
    return isCounted && start !== 1 ? { ...list, start } : list
  }
  return part.kind === 'code' ? { kind: 'code', text: part.lines.join('\n') } : paragraph(part.lines)
}

function isPlain(block: Block): boolean {
  return block.kind === 'paragraph' && block.children.every(({ kind }) => kind === 'text')
}

/** Blocks, items and inlines, but text. */
function weightOf(tree: RichText): number {
  let weight = 0
  const weigh = (nodes: readonly (Block | Inline)[]) => {
    for (const node of nodes) {
      if (node.kind !== 'text') weight += 1
      if (node.kind === 'list') node.items.forEach(weigh)
      else if ('children' in node) weigh(node.children)
    }
  }
  weigh(tree)
  return weight
}
