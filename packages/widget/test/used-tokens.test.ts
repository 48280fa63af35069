import { describe, expect, it } from 'vitest'
import { lightOnly, usedTokens, withoutAliases } from '../bundle/used-tokens.ts'

const tokens = `/* colours */
:root, :host, [data-theme] { --db-a: var(--db-b, red); --db-b: blue; --db-c: green; }
[data-theme="dark"] { color-scheme: dark; }
@supports (color: light-dark(red, blue)) { :root, :host { --db-a: light-dark(red, blue); --db-c: lime } }
:lang(ar) { --db-c: teal; }`

describe('the tokens a style sheet carries', () => {
  it('are those it uses and those they rest on', () => {
    expect(usedTokens(tokens, '.x { color: var(--db-a) }')).toBe(
      ':host{--db-a:var(--db-b,red);--db-b:blue}@supports (color: light-dark(red, blue)){:host{--db-a:light-dark(red,blue)}}',
    )
  })

  it('keep what a language changes', () => {
    expect(usedTokens(tokens, '.x { color: var(--db-c) }')).toContain(':lang(ar){--db-c:teal}')
  })

  it('have their light side only where a sheet asks for that', () => {
    const pair =
      '--db-a:light-dark(oklch(from red calc(l - max(0,1)) c h),oklch(from blue l c h));--db-b:blue;color-scheme:light dark'
    expect(lightOnly(pair)).toBe('--db-a:oklch(from red calc(l - max(0,1)) c h);--db-b:blue')
  })
  it('name what only stands for another where it is used, unless it stands for something else elsewhere', () => {
    const rule = ':host{--db-a:var(--b,red);--db-c:oklch(from var(--db-a) l c h)}'
    expect(withoutAliases(rule)).toBe(':host{--db-c:oklch(from var(--b,red) l c h)}')
    const twice = `${rule}@media print{:host{--db-a:black;}}`
    expect(withoutAliases(twice)).toBe(twice)
  })
})
