import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { leaveOut } from '../bundle/left-out.ts'

const library = `export class Bell {
  ring() { if (this.isOff) return 'off'; return 'ding' }
  polish() { return 'shiny' }
}
class Door { polish() { return 'clean' } }
`
const without = (what: Parameters<typeof leaveOut>[2]) =>
  leaveOut(library, parseSync('library.js', library).program, what)

describe('leaving out what is never called', () => {
  it('takes a method out of its class alone, and leaves what still runs', async () => {
    const code = without({ methods: { Bell: ['polish'] } })
    expect(code).not.toContain('shiny')
    expect(code).toContain('clean')
    const { Bell } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    expect(new Bell().ring()).toBe('ding')
    expect(new Bell().polish).toBeUndefined()
  })

  it('puts in what is known and leaves what is written alone', () => {
    const code = without({ methods: {}, known: { 'this.isOff': 'false' }, statements: ["return 'shiny'"] })
    expect(code).toContain('if ((false))')
    expect(code).not.toContain('shiny')
    const written = leaveOut('a.b = a.b + 1', parseSync('library.js', 'a.b = a.b + 1').program, {
      methods: {},
      known: { 'a.b': '2' },
    })
    expect(written).toBe('a.b = (2) + 1')
  })

  it('stops the build where something is not there any more', () => {
    expect(() => without({ methods: { Bell: ['toll'] } })).toThrow('Bell has no toll any more')
    expect(() => without({ methods: { Gong: ['ring'] } })).toThrow('Gong has no ring any more')
    expect(() => without({ methods: {}, known: { 'this.isOn': 'true' } })).toThrow('There is no this.isOn any more')
    expect(() => without({ methods: {}, statements: ['throw'] })).toThrow('There is no throw any more')
  })
})
