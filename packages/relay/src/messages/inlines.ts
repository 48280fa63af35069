import { type Inline, safeUrl } from '@deskbell/protocol'
import { behindWords, withoutSentenceEnd } from './addresses.ts'

/** No part may look at the same signs twice: the time this takes follows the length of the text, whatever it is. */
const tokens = [
  /(?<ticks>`{1,3})(?<code>[^`\n]+)\k<ticks>(?!`)/u,
  /\[(?<words>[^[\]\n]+)\]\((?<target>[^\s()[\]<>]+(?:\([^\s()[\]<>]*\)[^\s()[\]<>]*)?)\)/u,
  // Chinese and Japanese put no space behind an address.
  /(?<url>https?:\/\/[^\s<>"`、。，！？；：（）「」『』【】]+)/u,
  /(?<![\p{L}\p{N}._%+@-])(?<email>[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/u,
  /(?<mark>\*+|_+)/u,
]
  .map(({ source }) => source)
  .join('|')

/** A stretch that a mark has opened; the outermost has none. */
interface Stretch {
  mark: string
  children: Inline[]
}

/**
 * Emphasis, code and links of a text, in one pass; line ends stay in it. A mark is open once at most, so nothing nests deeper than
 * four. What isn't closed stays as it was typed. `mayName`: links may stand behind words.
 */
export function readInlines(text: string, mayName: boolean): Inline[] {
  const next = new RegExp(tokens, 'giu')
  const open: Stretch[] = [{ mark: '', children: [] }]
  let end = 0
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const { 0: found, index, groups = {} } = match
    const read = groups.mark
      ? { length: found.length, act: turning(open, found, text[index - 1], text[index + found.length]) }
      : reading(open, found, groups, mayName)
    if (!read?.act) {
      // What is no link behind words may have an address in it.
      if (groups.words) next.lastIndex = index + 1
      continue
    }
    say(open, text.slice(end, index))
    read.act()
    end = index + read.length
    next.lastIndex = end
  }
  say(open, text.slice(end))
  while (open.length > 1) giveUp(open)
  return open[0]?.children ?? []
}

/** What a token that is no mark adds, and how much of it. */
function reading(open: Stretch[], found: string, groups: Record<string, string | undefined>, mayName: boolean) {
  const { code, words, target, email } = groups
  const put = (inline: Inline, length = found.length) => ({
    length,
    act: () => void open.at(-1)?.children.push(inline),
  })
  const link = (url: string | undefined, shown: string, length?: number) =>
    url === undefined ? undefined : put({ kind: 'link', url, children: [{ kind: 'text', text: shown }] }, length)
  if (code !== undefined) return put({ kind: 'code', text: code.trim() || code })
  if (words && target) return mayName ? link(behindWords(words, target), words) : undefined
  if (email) return link(safeUrl(`mailto:${email}`), email)
  const address = withoutSentenceEnd(found)
  return link(safeUrl(address), address, address.length)
}

/** What a mark does between these two signs: it closes what it has opened, or opens, or is a sign like any other. */
function turning(open: Stretch[], mark: string, before = ' ', after = ' '): (() => void) | undefined {
  if (mark.length > 2 || before === '\\') return undefined
  const place = open.findIndex((stretch) => stretch.mark === mark)
  if (place > 0 && /\S/.test(before) && !isInWord(after)) return () => close(open, place)
  if (place < 0 && /\S/.test(after) && !isInWord(before)) return () => void open.push({ mark, children: [] })
  return undefined
}

function close(open: Stretch[], place: number): void {
  while (open.length > place + 1) giveUp(open)
  const { mark, children } = open.pop() as Stretch
  const kind = mark.length === 2 ? 'strong' : 'emphasis'
  open.at(-1)?.children.push({ kind, children })
}

/** What nobody closed is text. */
function giveUp(open: Stretch[]): void {
  const { mark, children } = open.pop() as Stretch
  say(open, mark)
  for (const child of children) {
    if (child.kind === 'text') say(open, child.text)
    else open.at(-1)?.children.push(child)
  }
}

function say(open: readonly Stretch[], text: string): void {
  const children = open.at(-1)?.children ?? []
  const last = children.at(-1)
  if (text === '') return
  if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text }
  else children.push({ kind: 'text', text })
}

const letter = /[\p{L}\p{N}]/u
/** Written without spaces between words: a mark may stand anywhere. */
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u

function isInWord(sign: string): boolean {
  return letter.test(sign) && !spaceless.test(sign)
}
