import { describe, expect, it } from 'vitest'
import { complaints } from './tree.mjs'

const path = 'packages/widget/src/launcher.css'
const about = (content, at = path) => complaints({ [at]: content })

describe('colours', () => {
  it.each([
    'color: #fff',
    'background: rgb(0 0 0 / 50%)',
    'border: 1px solid hsl(0 0% 0%)',
    'color: oklch(0.5 0.1 20)',
    'color: white',
    '--shade: #12345678',
  ])('come from the tokens, not from %s', (line) => {
    expect(about(`.a {\n  ${line};\n}\n`)).toEqual([`${path}:2 no-literal-colour`])
    expect(about(`.a {\n  ${line};\n}\n`, 'packages/ui/src/tokens.css')).toEqual([])
    expect(about(`.a {\n  ${line};\n}\n`, 'examples/plain-shop/shop.css')).toEqual([])
  })

  it.each([
    'color: var(--db-text)',
    'color: color-mix(in oklch, var(--db-white) 20%, transparent)',
    'background: oklch(from var(--db-accent) l c h / 20%)',
    'border-color: CanvasText',
    'white-space: pre-wrap',
    'mask: url(#fff)',
    'content: "#fff"',
  ])('are not seen in %s', (line) => {
    expect(about(`/* #fff */ #bad:hover { ${line} }\n`)).toEqual([])
  })
})

describe('sides', () => {
  it.each(['margin-left: 1px', 'left: 0', 'text-align: right', 'border-top-left-radius: 4px'])(
    'turn with the page: %s',
    (line) => {
      expect(about(`.a { ${line} }\n`)).toEqual([`${path}:1 logical-properties`])
    },
  )

  it('may be start and end', () => {
    expect(about('.a { margin-inline-start: 1px; text-align: end; inset-inline-end: 0; top: 0 }\n')).toEqual([])
  })
})
