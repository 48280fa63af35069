import { sentences } from '@deskbell/locales'
import { describe, expect, it } from 'vitest'

describe('sentences', () => {
  it('stand a space apart', () => {
    expect(sentences('You have moved up.', '2 minutes less than before.')).toBe(
      'You have moved up. 2 minutes less than before.',
    )
  })

  it('leave no gap for one there is none of', () => {
    expect(sentences('', 'Anna answers.', false)).toBe('Anna answers.')
  })

  it('stand side by side in Japanese and Chinese', () => {
    expect(sentences('順番が進みました。', '3分短くなりました。')).toBe('順番が進みました。3分短くなりました。')
    expect(sentences('请再试一次！', 'Anna在线。')).toBe('请再试一次！Anna在线。')
  })
})
