import type { ComponentChildren } from 'preact'
import './page.css'

interface Props {
  head: string
  text?: string | undefined
  actions?: ComponentChildren
  /** A menu at the start of the page, on screens that have the room. */
  menu?: ComponentChildren
  children: ComponentChildren
}

/** The frame of entries, settings and team: a menu, a head that begins with the finding, and the page itself. */
export function Page({ head, text, actions, menu, children }: Props) {
  return (
    <div class={menu ? 'page page--menu' : 'page'}>
      {menu}
      <div class="page-body">
        <header class="page-head">
          <div>
            <h1>{head}</h1>
            {text && <p>{text}</p>}
          </div>
          {actions && <div class="page-actions">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}
