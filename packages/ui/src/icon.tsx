/** An icon as a filled outline on the 20 px grid, drawn without SVG: the first SVG of a page takes some 60 kB of its memory. */
export interface Outline {
  readonly outline: string
}

/** An outline, or path data on the 20 px grid for a 1.5 px line: see `icons.ts` and those named like it. */
export type IconShape = Outline | string

export interface IconProps {
  of: IconShape
  /** 16 px: chevrons and inside buttons. */
  small?: boolean
  /** Turns round where text runs right to left: back, chevron, go, leave. */
  turns?: boolean
}

/** A line icon in the colour of its text. It says nothing to a screen reader: a word or a label stands beside it. */
export function Icon({ of, small, turns }: IconProps) {
  const classes = ['icon', small && 'icon--small', turns && 'icon--turns'].filter(Boolean).join(' ')
  if (typeof of !== 'string') return <i class={classes} style={{ clipPath: `path("${of.outline}")` }} />
  return (
    <svg class={classes} viewBox="0 0 20 20" aria-hidden="true">
      <path d={of} />
    </svg>
  )
}

/** The solid mark: the bell that is also what somebody says. Used on the launcher and as the inbox's sign. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M10 2h4a1.25 1.25 0 0 1 0 2.5h-.75v1.6a9 9 0 0 1 7.7 8.15.75.75 0 0 1-.75.75H3.8a.75.75 0 0 1-.75-.75 9 9 0 0 1 7.7-8.15V4.5H10A1.25 1.25 0 0 1 10 2Z" />
      <path d="M3.5 17h17a1.5 1.5 0 0 1 0 3h-8.2l-3.5 2.85a.5.5 0 0 1-.8-.4V20H3.5a1.5 1.5 0 0 1 0-3Z" />
    </svg>
  )
}
