import type { WidgetContext } from './context.ts'

/** A number that stands alone, in the digits of the words beside it. */
export function writeNumber({ locale }: WidgetContext, value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}
