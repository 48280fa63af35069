import type { Settings } from '@deskbell/protocol'

/** A site's settings as the relay has them. */
export const settings: Settings = {
  siteName: 'Holm Ceramics',
  locale: 'en',
  locales: [],
  origins: ['https://holm.example'],
  contact: { email: 'hello@holm.example' },
  accent: '#115e75',
  position: 'end',
  launcher: 'icon',
  radius: 14,
  distance: {},
  hasAvatars: true,
  theme: 'auto',
  routing: 'automatic',
  openWithinSeconds: 30,
  line: { maximumWaitMinutes: 15 },
  asksFor: {},
  topics: [{ id: 'returns', name: 'Sending back', skill: 'Returns' }],
  labels: ['Warranty'],
}
