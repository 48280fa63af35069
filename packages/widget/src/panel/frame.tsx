import { backIcon, closeIcon, type Face, Faces, Icon } from '@deskbell/ui'
import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WidgetContext } from './context.ts'
import { usePassedFocus } from './focus.ts'

export interface PanelHeadProps {
  context: WidgetContext
  title: ComponentChildren
  /** Below the title: a role, a state. */
  subtitle?: ComponentChildren
  /** Whose faces stand before the title. */
  people?: readonly Face[]
  /** A line below: something scrolls under the head. */
  isRuled?: boolean
  /** Between the title and the close button: a menu. */
  children?: ComponentChildren
}

/** The head of every view: back where there is a way back, the title, close. */
export function PanelHead({ context, title, subtitle, people = [], isRuled, children }: PanelHeadProps) {
  const { navigation, isOpen, t } = context
  const head = useRef<HTMLDivElement>(null)
  usePassedFocus(head, context)
  const close = () => {
    isOpen.value = false
  }
  return (
    <div ref={head} class={isRuled ? 'panel-head panel-head--ruled' : 'panel-head'}>
      {navigation.canGoBack.value && (
        <button class="icon-button" type="button" aria-label={t('panel.back')} onClick={navigation.back}>
          <Icon of={backIcon} turns />
        </button>
      )}
      <div class="who">
        <Faces of={people} />
        <h2 tabIndex={-1}>
          {title}
          {subtitle && <small>{subtitle}</small>}
        </h2>
      </div>
      {children}
      <button class="icon-button" type="button" aria-label={t('panel.close')} onClick={close}>
        <Icon of={closeIcon} />
      </button>
    </div>
  )
}

export interface PanelBodyProps {
  context: WidgetContext
  /** The scrolling element, for who scrolls by itself (a message list); then no scroll position is restored. */
  bodyRef?: RefObject<HTMLDivElement | null>
  children: ComponentChildren
}

/** The part that scrolls. It comes back at the scroll position it was left at. */
export function PanelBody({ context, bodyRef, children }: PanelBodyProps) {
  const own = useRef<HTMLDivElement>(null)
  const at = useRef(0)
  const place = context.navigation.place.value
  useLayoutEffect(() => {
    // Even a scroll to where it is makes the browser lay all of it out at once.
    if (bodyRef || !own.current || at.current === place.scrollTop) return
    own.current.scrollTop = at.current = place.scrollTop
  }, [place, bodyRef])
  const keep = () => {
    if (own.current) at.current = place.scrollTop = own.current.scrollTop
  }
  return (
    <div class="panel-body" ref={bodyRef ?? own} onScroll={bodyRef ? undefined : keep}>
      {children}
    </div>
  )
}

/** Never scrolls away: the way to a person. */
export function PanelFoot({ children }: { children: ComponentChildren }) {
  return <div class="panel-foot">{children}</div>
}
