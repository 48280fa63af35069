import { act, render, screen } from '@testing-library/preact'
import { render as draw } from 'preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { SnippetCheck } from '../src/pages/snippet-check.tsx'
import { t } from './kit/english.ts'
import { relayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })
const seen = (isAllowed: boolean, secondsAgo = 5) => ({
  body: { sightings: [{ origin: 'https://shop.example', secondsAgo, isAllowed }] },
})

it('says where the line was seen as soon as it was, and how long ago', async () => {
  const { http, routes } = relayDouble({ 'GET /api/sightings': { body: { sightings: [] } } })
  render(<SnippetCheck http={http} t={t} />)
  await wait(10)
  expect(screen.getByText(/^Not seen yet/)).toBeTruthy()
  routes['GET /api/sightings'] = seen(true)
  await wait(3_000)
  expect(screen.getByText('Seen on shop.example')).toBeTruthy()
  expect(screen.getByText('5 seconds ago')).toBeTruthy()
  routes['GET /api/sightings'] = seen(true, 130)
  await wait(3_000)
  expect(screen.getByText('2 minutes ago')).toBeTruthy()
})

it('says that a site may not use the desk yet', async () => {
  const { http } = relayDouble({ 'GET /api/sightings': seen(false) })
  render(<SnippetCheck http={http} t={t} />)
  await wait(10)
  expect(screen.getByText(/^Seen on shop.example, which may not use this desk yet/)).toBeTruthy()
})

it('asks no more once it is gone, even before it was painted', async () => {
  const { http, asked } = relayDouble({ 'GET /api/sightings': seen(true) })
  const place = document.createElement('div')
  draw(<SnippetCheck http={http} t={t} />, place)
  draw(null, place)
  await wait(10_000)
  expect(asked.length).toBeLessThanOrEqual(1)
})
