import type { Locale } from '@deskbell/protocol'

/**
 * One language of an entry as a file: `de/returns/refund.md` is the entry `refund` of the category "returns" in German. A language
 * is a folder named by its tag; where there is none it is `locale`. The question is the first heading, or the `title` of the lines
 * between `---` at the file's beginning, where `category` and `keywords` may stand too.
 */
export function markdownEntry(path: string, text: string, locale: Locale) {
  const folders = path.split('/')
  const name = (folders.pop() ?? '').replace(/\.\w+$/, '')
  const tag = folders.find((folder) => /^[a-z]{2}(-[a-z0-9]{2,8})*$/i.test(folder))
  const { head, body } = partsOf(text)
  const [, heading, rest = ''] = /^\s*#[ \t]+(.+)([\s\S]*)$/.exec(head.title ? '' : body) ?? []
  const question = head.title ?? heading?.replace(/\s#+\s*$/, '')
  const category = head.category ?? folders.filter((folder) => folder !== tag).at(-1)
  const keywords = (head.keywords ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(unquoted)
    .filter(Boolean)
  return {
    id: /^[a-z0-9][\w.-]{0,99}$/i.test(name) ? name : undefined,
    ...(category && { category }),
    translations: {
      [tag ?? locale]: {
        ...(question !== undefined && { question }),
        answer: (heading === undefined ? body : rest).trim(),
        ...(keywords.length > 0 && { keywords }),
      },
    },
  }
}

/** The lines `name: value` at the beginning, and what follows them. */
function partsOf(text: string): { head: Partial<Record<string, string>>; body: string } {
  const [, lines, body] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? []
  if (lines === undefined) return { head: {}, body: text }
  const pairs = lines.split('\n').flatMap((line) => {
    const [, name, value] = /^(\w+):\s*(.+)$/.exec(line) ?? []
    return name && value ? [[name.toLowerCase(), unquoted(value)] as const] : []
  })
  return { head: Object.fromEntries(pairs), body: body ?? '' }
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}
