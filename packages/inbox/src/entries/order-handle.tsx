import { Icon } from '@deskbell/ui'

const gripIcon = 'M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01'

/** Where a pointer or a finger drags a line; the buttons beside it are everybody's. */
export function OrderHandle() {
  return (
    <span class="order-handle" aria-hidden="true">
      <Icon of={gripIcon} small />
    </span>
  )
}
