import { expect, it, vi } from 'vitest'
import { Emitter } from '../src/lean/stand-ins.ts'

it('tells all who listen at that moment, in their order', () => {
  const emitter = new Emitter()
  const heard: string[] = []
  const anna = () => {
    heard.push('Anna')
    emitter.off('news', anna).off('news', boris)
  }
  const boris = () => heard.push('Boris')
  emitter.on('news', anna).on('news', boris)
  emitter.emit('news').emit('news')
  expect(heard).toEqual(['Anna', 'Boris'])
})

it('tells its own events past an emit that sends', () => {
  const send = vi.fn()
  class Sending extends Emitter {
    override emit() {
      send()
      return this
    }
  }
  const listener = vi.fn()
  new Sending().on('connect', listener).emitReserved('connect', 1)
  expect(listener).toHaveBeenCalledWith(1)
  expect(send).not.toHaveBeenCalled()
})
