// Colours for browsers whose style sheets can't compute them: a download of its own.

const schemes = matchMedia('(prefers-color-scheme: dark)')
let drawn: CSSStyleRule | undefined

/** Computes what the tokens have behind `@supports`, for the accent and the theme as they are now, and again when the system's theme changes. */
export function computeColours(root: ShadowRoot, frame: HTMLElement): void {
  const draw = () => {
    const tokens = tokensIn(root)
    if (!tokens) return
    drawn ??= ruleAfter(tokens)
    const [computed] = tokens.cssRules
    if (!(computed instanceof CSSStyleRule)) return
    const accent = channelsOf(frame)
    const isDark = isDrawnDark(frame)
    for (const name of computed.style)
      drawn.style.setProperty(name, valueIn(computed.style.getPropertyValue(name), accent, isDark))
  }
  draw()
  schemes.onchange = draw
}

function tokensIn(root: ShadowRoot): CSSSupportsRule | undefined {
  const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
  return rules.find(
    (rule): rule is CSSSupportsRule => rule instanceof CSSSupportsRule && /light-dark/.test(rule.conditionText),
  )
}

/** Where the tokens would count: what comes after them, for more contrast, still counts more. */
function ruleAfter(tokens: CSSSupportsRule): CSSStyleRule {
  const { cssRules } = tokens.parentStyleSheet as CSSStyleSheet
  const at = [...cssRules].indexOf(tokens) + 1
  tokens.parentStyleSheet?.insertRule(':host{}', at)
  return cssRules[at] as CSSStyleRule
}

function isDrawnDark(frame: HTMLElement): boolean {
  const { colorScheme } = getComputedStyle(frame)
  return colorScheme.includes('dark') && (!colorScheme.includes('light') || schemes.matches)
}

type Channels = Readonly<Record<string, string>>

/** The accent's lightness, chroma and hue: a mix of a colour with itself is told in the space it is mixed in. */
function channelsOf(frame: HTMLElement): Channels {
  const probe = document.createElement('i')
  const given = 'var(--deskbell-accent)'
  probe.style.color = `color-mix(in oklch, ${given}, ${given})`
  frame.append(probe)
  const [l = '0', c = '0', h = '0'] = getComputedStyle(probe).color.match(/[\d.e-]+%?|none/g) ?? []
  probe.remove()
  const plain = (value: string) => (value === 'none' ? '0' : value.endsWith('%') ? `${parseFloat(value) / 100}` : value)
  return { l: plain(l), c: plain(c), h: plain(h) }
}

const pair = 'light-dark('

/** A token without what the browser lacks: one side of each `light-dark(…)`, and numbers in place of the accent's channels. */
function valueIn(value: string, accent: Channels, isDark: boolean): string {
  const at = value.indexOf(pair)
  if (at < 0)
    return value
      .replace(/oklch\(\s*from var\(--db-accent-given\)/g, 'oklch(')
      .replace(/\b[lch]\b/g, (name) => accent[name] ?? '')
  const [light = '', dark = '', rest = ''] = sidesOf(value.slice(at + pair.length))
  return valueIn(value.slice(0, at) + (isDark ? dark : light) + rest, accent, isDark)
}

/** What stands before the comma, before the parenthesis that closes, and after it. */
function sidesOf(text: string): [string, string, string] {
  let depth = 0
  let comma = 0
  for (const [at, letter] of [...text].entries()) {
    if (letter === '(') depth += 1
    if (letter === ',' && depth === 0) comma = at
    if (letter === ')' && depth-- === 0) return [text.slice(0, comma), text.slice(comma + 1, at), text.slice(at + 1)]
  }
  throw new Error(`A token is not closed: ${text}`)
}
