import type { PushAlert } from '@deskbell/protocol'
import { useComputed, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Inbox } from '../inbox-context.ts'
import type { Event } from '../models/attention.ts'
import { showAlert } from '../models/device.ts'
import { isNew } from '../models/given.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { setBadge } from './badge.ts'

/** Tells who looks elsewhere: by an alert where the device shows them, and by the tab's icon. */
export function useAlerts(inbox: Inbox): void {
  const { desk, router } = inbox
  useSignalEffect(() => {
    const events = desk.attention.happened.value
    if (!desk.device.isShown.peek() || document.visibilityState !== 'hidden') return
    for (const event of events) void showAlert(alertOf(inbox, event))
  })
  // The device is told once, not with every second.
  const count = useComputed(() => (desk.preferences.chosen.value.iconDot ? desk.attention.pressing.value.count : 0))
  useSignalEffect(() => setBadge(count.value))
  useEffect(() => {
    // Who presses an alert is led to its conversation by the service worker.
    const { serviceWorker } = navigator
    const lead = ({ data }: MessageEvent<PushAlert>) =>
      router.go({ page: 'conversations', conversationId: data.conversationId })
    serviceWorker?.addEventListener('message', lead)
    return () => {
      serviceWorker?.removeEventListener('message', lead)
      setBadge(0)
    }
  }, [router])
}

/** As the relay says it to a device. */
function alertOf({ t, desk }: Inbox, { kind, head }: Event): PushAlert {
  const { isWordless } = desk.preferences.chosen.peek()
  const name = isWordless ? t('alerts.somebody') : sentence(visitorInText(t, head))
  const given = kind === 'waiting' && isNew(head, desk.team.self.peek().id) ? 'given' : kind
  const { preview } = head
  const body = preview?.from === 'visitor' && !isWordless ? preview.text : ''
  return { title: t(`alerts.${given}`, { name }), body, conversationId: head.id }
}
