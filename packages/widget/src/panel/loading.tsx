import type { WidgetContext } from './context.ts'

/** Lines to come; seen only where they let one wait. */
export function Loading({ context }: { context: WidgetContext }) {
  return (
    <div class="skeleton" role="status">
      <span class="said">{context.t('panel.loading')}</span>
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
