import { Icon, offlineIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ChatProps } from './start-chat.ts'

/** How long it is said that the connection is back, in ms. */
const backStands = 4_000

/** A quiet line: there is no connection, it is back, or this browser keeps nothing. */
export function ConnectionNote({ context, chat }: ChatProps) {
  const words = useNote({ context, chat })
  return (
    <div role="status">
      {words && (
        <p class="connection-note">
          <Icon of={offlineIcon} />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}

function useNote({ context, chat }: ChatProps): string | undefined {
  const { t } = context
  const { link, stage, forgets } = chat.conversation
  const lostAt = link.lostAt.value
  const isBack = useIsBack(link.state.value === 'up', lostAt !== undefined)
  if (link.state.value === 'refused') return t('refusal.forbidden')
  if (lostAt !== undefined) {
    const isBeginning = stage.value === 'asking' || stage.value === 'sending'
    return isBeginning ? t('foot.offline') : t('connection.lostAt', { time: chat.phrasing.time(lostAt) })
  }
  if (isBack) return t('connection.back')
  if (forgets.value) return t('connection.forgets')
  return stage.value === 'asking' && !context.desk.isReachable.value ? t('foot.offline') : undefined
}

function useIsBack(isUp: boolean, isLost: boolean): boolean {
  const isBack = useSignal(false)
  const wasLost = useRef(false)
  useEffect(() => {
    if (isLost) wasLost.current = true
    if (!isUp || !wasLost.current) return
    wasLost.current = false
    isBack.value = true
    const timer = setTimeout(() => {
      isBack.value = false
    }, backStands)
    return () => clearTimeout(timer)
  }, [isUp, isLost])
  return isBack.value && isUp
}
