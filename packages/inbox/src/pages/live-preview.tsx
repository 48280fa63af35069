import type { InboxTranslate } from '@deskbell/locales'
import type { Settings, TeamMember } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { WidgetPreview, type WidgetPreviewProps } from './widget-preview.tsx'

interface Props extends Pick<WidgetPreviewProps, 'locale' | 'texts'> {
  t: InboxTranslate
  settings: Settings
  team: readonly TeamMember[]
}

/** The widget as the settings on screen make it, with who is there now; where both themes are seen, the other one too. */
export function LivePreview({ t, settings, team, ...shown }: Props) {
  const isDark = useSignal(matchMedia('(prefers-color-scheme: dark)').matches)
  const isBoth = settings.theme === 'auto'
  const people = team.filter(({ isOnDuty, isConnected }) => isOnDuty && isConnected)
  const theme = isBoth ? (isDark.value ? 'dark' : 'light') : settings.theme
  return (
    <aside aria-label={t('preview.label')}>
      <WidgetPreview t={t} {...settings} {...shown} theme={theme} people={people} />
      {isBoth && (
        <label class="preview-switch">
          <input
            type="checkbox"
            checked={isDark.value}
            onChange={({ currentTarget }) => {
              isDark.value = currentTarget.checked
            }}
          />
          {t('looks.inDark')}
        </label>
      )}
    </aside>
  )
}
