import type { InboxTranslate } from '@deskbell/locales'
import { expect, it } from 'vitest'
import { span } from '../src/words/times.ts'

it('counts from nought what another clock has a little ahead', () => {
  const counted: unknown[] = []
  const t = ((_key: string, { count }: { count: number }) => counted.push(count)) as unknown as InboxTranslate
  for (const seconds of [-2, -0.3, 0.6]) span(t, seconds)
  expect(counted).toEqual([0, 0, 1])
})
