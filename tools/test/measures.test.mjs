import { describe, expect, it } from 'vitest'
import { complaints } from './tree.mjs'

const path = 'packages/desk/src/desk.ts'
const view = 'packages/ui/src/avatar.tsx'
const statements = (count) => 'call()\n'.repeat(count)
const about = (content, at = path) => complaints({ [at]: content })

describe('the measures of the house', () => {
  it('lets a file have 250 lines and no more', () => {
    expect(about(statements(250))).toEqual([])
    expect(about(statements(251))).toEqual([`${path}:1 file-lines`])
  })

  it('lets a style sheet have 500 lines', () => {
    expect(about('a {}\n'.repeat(500), 'packages/ui/src/a.css')).toEqual([])
    expect(about('a {}\n'.repeat(501), 'packages/ui/src/a.css')).toEqual(['packages/ui/src/a.css:1 file-lines'])
  })

  it('counts no lines of JSON', () => {
    expect(about('[\n'.repeat(300), 'packages/locales/src/widget/de.json')).toEqual([])
  })

  it.each([
    ['a function', 'function join() {\n', '}\n'],
    ['an arrow', 'export const join = () => {\n', '}\n'],
    ['a method', 'class Desk { join() {\n', '} }\n'],
    ['a callback', 'createModel(() => {\n', '})\n'],
  ])('lets %s have 60 lines and no more', (_, head, tail) => {
    expect(about(head + statements(58) + tail)).toEqual([])
    expect(about(head + statements(59) + tail)).toEqual([`${path}:1 function-lines`])
  })

  it('lets a component have 120 lines and no more', () => {
    const component = (lines) => `export function Avatar() {\n${statements(lines)}return <b>Anna</b>\n}\n`
    expect(about(component(117), view)).toEqual([])
    expect(about(component(118), view)).toEqual([`${view}:1 component-lines`])
  })

  it('lets tests be grouped at any length', () => {
    expect(about(`describe('a queue', () => {\n${statements(100)}})\n`, 'packages/desk/test/a.test.ts')).toEqual([])
    expect(about(`it('moves', () => {\n${statements(100)}})\n`, 'packages/desk/test/a.test.ts')).toHaveLength(1)
  })

  it('lets a file export eight things, an index and protocol more', () => {
    const exporting = (count) => Array.from({ length: count }, (_, index) => `export const a${index} = 1\n`).join('')
    expect(about(exporting(8))).toEqual([])
    expect(about(exporting(9))).toEqual([`${path}:1 exports`])
    expect(about(exporting(9), 'packages/protocol/src/limits.ts')).toEqual([])
    expect(about(exporting(9), 'packages/desk/src/index.ts')).toEqual([])
  })

  it('lets a function take four parameters', () => {
    expect(about('export const f = (a, b, c, d) => [a, b, c, d]\n')).toEqual([])
    expect(about('export const f = (a, b, c, d, e) => [a, b, c, d, e]\n')).toEqual([`${path}:1 parameters`])
  })

  it('lets a fifth of the lines be comments', () => {
    expect(about('// why\n'.repeat(20) + statements(80))).toEqual([])
    expect(about(`/*\n${'why\n'.repeat(20)}*/\n${statements(80)}`)).toEqual([`${path}:1 comment-lines`])
    expect(about('// why\n'.repeat(8) + statements(4))).toEqual([])
    expect(about('call() // why\n'.repeat(100))).toEqual([])
  })
})
