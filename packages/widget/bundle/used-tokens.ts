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
  return `${selector}{${kept.map(([name, value]) => `${name}:${value.replace(/\s+/g, ' ')}`).join(';')}}`
}
