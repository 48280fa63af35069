import { describe, expect, it } from 'vitest'
import { lightOnly, usedTokens, withValues } from '../bundle/used-tokens.ts'

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

  it('stand as values where a sheet is to have no properties, those of newer browsers behind its own condition', () => {
    const values = `:host { --db-a: red; --db-b: white }
      @supports (color: light-dark(red, blue)) { :host {
        --db-g: var(--deskbell-accent, teal); --db-a: light-dark(oklch(from var(--db-g) l c h / 1), blue) } }`
    expect(withValues(values, '.x{color:var(--db-a);fill:var(--db-b)}@supports (b){.x{color:var(--db-a)}}')).toBe(
      '.x{color:red;fill:white}@supports (b){.x{color:oklch(from var(--deskbell-accent) l c h/1)}}',
    )
  })
})
