interface Rule {
  prelude: string
  /** Declarations of `--db-…` properties, or nested rules. */
  declarations: readonly (readonly [name: string, value: string])[]
  rules: readonly Rule[]
}

/**
 * The part of the tokens that a style sheet needs: each `--db-…` property it uses, and those they rest on. The launcher
 * is drawn from the same tokens as everything else and yet carries a tenth of them. What is meant for a document, or for a
 * theme chosen by attribute, is left out: a widget has `:host` and the visitor's own preference.
 */
export function usedTokens(tokens: string, style: string): string {
  const rules = parse(tokens.replace(/\/\*[\s\S]*?\*\//g, ''))
  const values = new Map<string, string>()
  collect(rules, values)
  const used = new Set<string>()
  const follow = (text: string): void => {
    for (const [name] of text.matchAll(/--db-[\w-]+/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(values.get(name) ?? '')
    }
  }
  follow(style)
  return rules.map((rule) => write(rule, used)).join('')
}

const pair = 'light-dark('

/** The light side of every `light-dark(…)`, and no scheme: what the launcher is drawn with until the panel's sheet knows both. */
export function lightOnly(css: string): string {
  const at = css.indexOf(`${pair}oklch`)
  if (at < 0) return css.replace(/;?color-scheme:[^;}]+/g, '')
  const { comma, close } = partsOf(css, at + pair.length)
  return lightOnly(css.slice(0, at) + css.slice(at + pair.length, comma) + css.slice(close + 1))
}

/**
 * A sheet with what its tokens are in place of their names; in `@supports`, at its end, as they are in that of the tokens. The
 * owner's own properties have no other value there: the launcher is given them.
 */
export function withValues(tokens: string, css: string): string {
  const rules = parse(lightOnly(usedTokens(tokens, css)))
  const newer = rules.find(({ prelude }) => prelude.startsWith('@supports'))?.rules[0]
  return css
    .split(/(?=@supports)/)
    .map((part, at) => filled(part, new Map((at ? newer : rules[0])?.declarations)))
    .join('')
}

function filled(css: string, values: ReadonlyMap<string, string>): string {
  const next = css.replace(/var\((--db-[\w-]+)\)/g, (_, name) =>
    (values.get(name) ?? '').replace(/(--deskbell-\w+),[^()]+/g, '$1'),
  )
  return next === css ? css : filled(next, values)
}

/** Where the first argument and the whole call end. */
function partsOf(css: string, start: number): { comma: number; close: number } {
  let depth = 1
  let comma = -1
  for (let place = start; place < css.length; place++) {
    if (css[place] === '(') depth += 1
    if (css[place] === ')') depth -= 1
    if (css[place] === ',' && depth === 1) comma = place
    if (depth === 0) return { comma, close: place }
  }
  throw new Error('A parenthesis in tokens.css is not closed')
}

function parse(css: string): Rule[] {
  const rules: Rule[] = []
  let place = 0
  for (let open = css.indexOf('{', place); open >= 0; open = css.indexOf('{', place)) {
    const close = closingOf(css, open)
    const body = css.slice(open + 1, close)
    const isGroup = body.includes('{')
    rules.push({
      prelude: css.slice(place, open).trim(),
      declarations: isGroup ? [] : declarationsOf(body),
      rules: isGroup ? parse(body) : [],
    })
    place = close + 1
  }
  return rules
}

function closingOf(css: string, open: number): number {
  let depth = 0
  for (let place = open; place < css.length; place++) {
    if (css[place] === '{') depth += 1
    if (css[place] === '}') depth -= 1
    if (depth === 0) return place
  }
  throw new Error('A brace in tokens.css is not closed')
}

function declarationsOf(body: string): [string, string][] {
  return body.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':')
    return colon < 0 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]]
  })
}

function collect(rules: readonly Rule[], values: Map<string, string>): void {
  for (const rule of rules) {
    for (const [name, value] of rule.declarations) values.set(name, `${values.get(name) ?? ''} ${value}`)
    collect(rule.rules, values)
  }
}

function write(rule: Rule, used: ReadonlySet<string>): string {
  if (rule.rules.length > 0) {
    const inside = rule.rules.map((each) => write(each, used)).join('')
    return inside === '' ? '' : `${rule.prelude}{${inside}}`
  }
  const kept = rule.declarations.filter(([name]) => used.has(name) || name === 'color-scheme')
  const selector = rule.prelude.includes(':host') ? ':host' : rule.prelude
  if (kept.length === 0 || !/^:(host|lang)/.test(selector)) return ''
  return `${selector}{${kept.map(([name, value]) => `${name}:${tight(value)}`).join(';')}}`
}

/** Without the white space that a value does not need; around `+` and `-` it does. */
function tight(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/ ?([,*/]) ?/g, '$1')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
}
