import { inboxLocales } from '@deskbell/locales'
import { Mark } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'
import { useLanguage } from '../language-context.ts'
import { languageName } from './language-name.ts'
import './door.css'

interface Props {
  /** The name of the desk, above the form. */
  name: string
  foot?: string
  /** What stands beside the form on a wide screen; a drawn counter where nothing is given. */
  side?: ComponentChildren
  children: ComponentChildren
}

/** The frame of every page before sign-in: a form at the start, a picture at the end. */
export function Door({ name, foot, side, children }: Props) {
  return (
    <main class="door">
      <div class="door-form">
        <div class="door-top">
          <p class="door-name">
            <Mark />
            <bdi>{name}</bdi>
          </p>
          <DoorLanguage />
        </div>
        <div class="door-content">{children}</div>
        <p class="door-foot">{foot}</p>
      </div>
      <div class="door-side">{side ?? <Counter />}</div>
    </main>
  )
}

/** Who cannot read the page finds their own language by its name. It holds for this browser. */
function DoorLanguage() {
  const { spoken, speak } = useLanguage()
  const { t, locale } = spoken.value
  return (
    <select
      class="door-language"
      aria-label={t('language.label')}
      value={locale}
      onChange={(event) => void speak(event.currentTarget.value)}
    >
      {inboxLocales.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageName(each)}
        </option>
      ))}
    </select>
  )
}

/** A counter with a bell, a sign and a cup: nobody stands there yet. */
function Counter() {
  return (
    <svg class="door-picture" viewBox="0 0 700 420" aria-hidden="true">
      <path class="door-picture-soft" d="M0 352h700M0 364h700" />
      <path d="M250 352v-12h220v12M268 340c0-62 40-104 92-104s92 42 92 104M360 236v-20M344 216h32" />
      <path class="door-picture-soft" d="M300 316c4-30 22-50 46-56" />
      <path
        class="door-picture-soft"
        d="M96 352l22-84 104 4-12 80M118 268l8-10 104 4-8 10M138 290l58 2M134 306l42 2M536 352v-56h52v56M588 308c26-2 26 30 0 28M548 276c-6-10 6-14 0-24M566 276c-6-10 6-14 0-24"
      />
    </svg>
  )
}
