import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  label: string
  /** Where one is; the line moves to it when it changes. */
  at: unknown
  children: ComponentChildren
}

/** The menu at the start of a page. On a phone it is one line, perhaps longer than the screen. */
export function PageMenu({ label, at, children }: Props) {
  const menu = useRef<HTMLElement>(null)
  useEffect(() => {
    menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  return (
    <nav ref={menu} class="page-menu" aria-label={label}>
      {children}
    </nav>
  )
}
