import {
  createTranslate,
  directionOf,
  type InboxTranslate,
  loadWidgetWords,
  type WidgetTranslate,
} from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { closeIcon, Faces, goIcon, Icon, Mark, searchIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { isColour } from '../models/contrast.ts'
import './widget-preview.css'

interface Props {
  t: InboxTranslate
  siteName: string
  locale: Locale
  people: readonly string[]
  accent?: string
  position?: 'start' | 'end'
}

/** The widget on a shop, drawn as visitors of a language will see it. Only a picture: nothing in it can be used. */
export function WidgetPreview({ t, siteName, locale, people, accent, position = 'end' }: Props) {
  const words = useSignal<WidgetTranslate | undefined>(undefined)
  // While another colour is being typed it is none: the last one stays.
  const drawn = useRef<string | undefined>(undefined)
  if (accent && isColour(accent)) drawn.current = accent
  useEffect(() => {
    let isCurrent = true
    void loadWidgetWords(locale).then((loaded) => {
      if (isCurrent) words.value = createTranslate('widget', locale, loaded)
    })
    return () => {
      isCurrent = false
    }
  }, [locale, words])
  const say = words.value
  return (
    <div
      class={`preview preview--${position}`}
      data-theme={document.documentElement.dataset.theme ?? 'preview'}
      role="img"
      aria-label={t('preview.label')}
      lang={locale}
      dir={directionOf(locale)}
      {...(drawn.current && { style: { '--deskbell-accent': drawn.current } })}
    >
      <Page />
      {say && <Panel say={say} siteName={siteName} people={people} />}
      {say && (
        <span class="preview-launcher">
          <Mark />
        </span>
      )}
    </div>
  )
}

function Panel({ say, siteName, people }: { say: WidgetTranslate; siteName: string; people: readonly string[] }) {
  const names = new Intl.ListFormat(undefined, { type: 'disjunction' }).format(people)
  return (
    <div class="preview-panel">
      <p class="preview-head">
        <bdi>{siteName}</bdi>
        <Icon of={closeIcon} />
      </p>
      <p class="preview-greeting">{say('home.greeting')}</p>
      <p class="preview-search">
        <Icon of={searchIcon} small />
        {say('home.search')}
      </p>
      <p class="preview-foot">
        <Faces names={people} />
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
