import type { ReadonlySignal } from '@preact/signals'
import type { LauncherState, WidgetContext } from './context.ts'

export interface LauncherFaceProps {
  context: WidgetContext
  state: ReadonlySignal<LauncherState>
}
