import { directionOf, type InboxTranslate, type WidgetTranslate } from '@deskbell/locales'
import type { Locale, Settings } from '@deskbell/protocol'
import { closeIcon, type Face, Faces, goIcon, Icon, Mark, searchIcon } from '@deskbell/ui'
import { useRef } from 'preact/hooks'
import { isColour } from '../models/contrast.ts'
import { useWidgetWords } from './use-widget-words.ts'
import './widget-preview.css'

export interface WidgetPreviewProps extends Partial<Omit<Look, 'theme'>> {
  t: InboxTranslate
  siteName: string
  locale: Locale
  people: readonly Face[]
  /** Without: as the inbox is. */
  theme?: Settings['theme']
  /** The owner's own, where they are other than the widget's. */
  texts?: { greeting?: string; label?: string }
}

type Look = Pick<Settings, 'accent' | 'position' | 'launcher' | 'radius' | 'distance' | 'hasAvatars' | 'theme'>

/** The widget on a shop, drawn as visitors of a language will see it. Only a picture: nothing in it can be used. */
export function WidgetPreview(props: WidgetPreviewProps) {
  const { t, locale, position = 'end', theme = 'auto' } = props
  const say = useWidgetWords(locale)
  const look = usePreviewStyle(props)
  const shown = theme === 'auto' ? (document.documentElement.dataset.theme ?? 'preview') : theme
  return (
    <div
      class={`preview preview--${position}`}
      data-theme={shown}
      role="img"
      aria-label={t('preview.label')}
      lang={locale}
      dir={directionOf(locale)}
      style={look}
    >
      <Page />
      {say && <Panel {...props} say={say} />}
      {say && (
        <span class="preview-launcher">
          <Mark />
          {props.launcher === 'text' && (props.texts?.label || say('panel.help'))}
        </span>
      )}
    </div>
  )
}

/** The same custom properties that the widget gets. */
function usePreviewStyle({ accent, radius, distance, hasAvatars }: WidgetPreviewProps): Record<string, string> {
  // While another colour is being typed it is none: the last one stays.
  const drawn = useRef<string | undefined>(undefined)
  if (accent && isColour(accent)) drawn.current = accent
  const pixels = (value: number | undefined) => (Number.isFinite(value) ? `${value}px` : undefined)
  const look = {
    '--deskbell-accent': drawn.current,
    '--deskbell-radius': pixels(radius),
    '--deskbell-side': pixels(distance?.side),
    '--deskbell-bottom': pixels(distance?.bottom),
    '--deskbell-avatars': hasAvatars === false ? 'none' : undefined,
  }
  return Object.fromEntries(
    Object.entries(look).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function Panel({ say, siteName, locale, people, texts }: WidgetPreviewProps & { say: WidgetTranslate }) {
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(people.map(({ name }) => name))
  return (
    <div class="preview-panel">
      <p class="preview-head">
        <bdi>{siteName}</bdi>
        <Icon of={closeIcon} />
      </p>
      <p class="preview-greeting">{texts?.greeting || say('home.greeting')}</p>
      <p class="preview-search">
        <Icon of={searchIcon} small />
        {say('home.search')}
      </p>
      <p class="preview-foot">
        <Faces of={people} />
        <span>
          <b>{people.length > 0 ? say('foot.ask', { names }) : say('foot.askUs')}</b>
          <small>{say('foot.now')}</small>
        </span>
        <span class="preview-go">
          <Icon of={goIcon} small turns />
        </span>
      </p>
    </div>
  )
}

/** A shop in grey: a picture, its words, three more below. */
function Page() {
  return (
    <svg viewBox="0 0 384 616" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      <path d="M20 22h84v10H20zM250 24h30v6h-30zM292 24h30v6h-30zM334 24h30v6h-30zM20 56h180v220H20zM220 60h120v12H220zM220 84h144v6H220zM220 98h130v6H220zM220 112h138v6H220zM220 142h90v28h-90zM20 300h106v120H20zM139 300h106v120H139zM258 300h106v120H258zM20 440h106v120H20z" />
    </svg>
  )
}
