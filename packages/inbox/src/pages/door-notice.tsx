interface Props {
  head?: string
  text: string
  action: string
  onAction: () => unknown
}

/** What a link or the relay answers instead of a form, and what to do about it. */
export function DoorNotice({ head, text, action, onAction }: Props) {
  return (
    <div class="door-notice" role="status">
      {head && <h1>{head}</h1>}
      <p class="quiet">{text}</p>
      <button class="button button-main" type="button" onClick={onAction}>
        {action}
      </button>
    </div>
  )
}
