import type { UsedWording } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { type LearnedWordings, nameOf } from '../models/learned-wordings.ts'
import { wording } from '../models/wording.ts'
import { focusNext } from './focus-next.ts'

interface Props {
  model: LearnedWordings
  of: readonly UsedWording[]
  labelledBy: string
}

/** Wordings with how often each helped; the site owner takes away what is wrong. */
export function WordingList({ model, of: wordings, labelledBy }: Props) {
  const { t, desk } = useInbox()
  const list = useRef<HTMLUListElement>(null)
  const { isOwner } = desk.team.self.value
  const remove = (one: UsedWording, index: number) => {
    model.remove(one, wording('wordings.removed', { words: one.wording }))
    focusNext(list.current, index)
  }
  return (
    <ul class="wordings" ref={list} aria-labelledby={labelledBy}>
      {wordings.map((one, index) => (
        <li key={nameOf(one)}>
          <bdi lang={one.locale}>{one.wording}</bdi>
          <span class="language-tag">{one.locale}</span>
          <span class="wording-count">
            {one.isByHand ? t('wordings.byHand') : t('wordings.times', { count: one.count })}
          </span>
          {isOwner && (
            <button
              type="button"
              class="button button-plain"
              aria-label={t('wordings.removeLabel', { words: one.wording })}
              onClick={() => remove(one, index)}
            >
              <Icon of={closeIcon} small />
              <span>{t('wordings.remove')}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
