import { styledRooms } from './rooms.mjs'

const tokens = 'packages/ui/src/tokens.css'
const declaration = /(?<![\w-])([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g
const hex = /#[0-9a-f]{3,8}\b/i
// `oklch(from var(--x) …)` derives from a token and is no literal.
const colourFunction = /\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((?!\s*from\s+var\()/i
const named =
  /(?<![\w-])(black|white|red|green|blue|gray|grey|silver|maroon|yellow|olive|lime|teal|aqua|cyan|navy|fuchsia|magenta|purple|orange|pink|brown|gold|crimson|tomato|indigo|violet)(?![\w-])/i
const side =
  /^((margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\w+)*|left|right|border-(top|bottom)-(left|right)-radius)$/

/** Complains about colours written outside the tokens, and about left and right, which a right-to-left page turns round. */
export function checkStyles(styles) {
  return styles
    .filter((file) => file.kind === 'src' && styledRooms.includes(file.room))
    .flatMap((file) => {
      const bare = blank(file.text, /\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'|url\([^)]*\)/g)
      return [...bare.matchAll(declaration)].flatMap((match) => {
        const line = bare.slice(0, match.index).split('\n').length
        return about(file.path, match[1], match[2]).map(([rule, message]) => ({ path: file.path, line, rule, message }))
      })
    })
}

function about(path, property, value) {
  const found = []
  const isPaint = !/^(mask|animation|transition|grid|font|counter)/.test(property)
  const colour = hex.exec(value) ?? colourFunction.exec(value) ?? (isPaint ? named.exec(value) : null)
  if (path !== tokens && colour) {
    found.push(['no-literal-colour', `'${colour[0]}' in ${property}: every colour comes from tokens.css`])
  }
  const aligned = /^(text-align|float|clear)$/.test(property) && /^(left|right)\b/.test(value)
  if (side.test(property) || aligned) {
    found.push(['logical-properties', `'${property}: ${value.trim()}' has a left or right: use start and end`])
  }
  return found
}

const blank = (text, pattern) => text.replace(pattern, (part) => part.replace(/[^\n]/g, ' '))
