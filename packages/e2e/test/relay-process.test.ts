import { describe, expect, it, onTestFinished } from 'vitest'
import { ownedByMara, RelayProcess, useRelay } from '../kit/relay.ts'

const relay = useRelay(ownedByMara)

const health = async (url: string) => (await fetch(`${url}/healthz`)).json()

describe('the built relay', () => {
  it('says first where it listens, and is well there', async () => {
    expect(relay().output).toMatch(/^deskbell listening on http:\/\//)
    expect(await health(relay().url)).toEqual({ status: 'ok' })
  })

  it('ends cleanly when asked to', async () => {
    expect(await relay().stop()).toBe(0)
    await expect(health(relay().url)).rejects.toThrow()
    await relay().start()
  })

  it('comes back on its address after a crash', async () => {
    const { url } = relay()
    await relay().kill()
    await relay().start()
    expect(relay().url).toBe(url)
    expect(await health(url)).toEqual({ status: 'ok' })
  })

  it('names the variable that is wrong and does not start', async () => {
    const wrong = new RelayProcess({ DESKBELL_RATE_BURST: 'plenty' })
    onTestFinished(() => wrong.dispose())
    await expect(wrong.start()).rejects.toThrow('DESKBELL_RATE_BURST')
  })
})
