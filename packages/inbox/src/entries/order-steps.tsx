import { downIcon, type IconShape, upIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Step } from '../models/arrangement.ts'

const topIcon = 'M4 3.5h12M10 16.5V7M5.5 11.5 10 7l4.5 4.5'
const icons: Readonly<Record<Step, IconShape>> = { top: topIcon, up: upIcon, down: downIcon }

interface Props {
  name: string
  isFirst: boolean
  isLast: boolean
  onStep: (step: Step) => void
}

/** The ways an entry or a category can go. */
export function OrderSteps({ name, isFirst, isLast, onStep }: Props) {
  const { t } = useInbox()
  const steps: readonly Step[] = ['top', 'up', 'down']
  return (
    <span class="order-steps">
      {steps.map((step) => (
        <span key={step} data-way={step}>
          <Button
            icon={icons[step]}
            label={t(`order.${step}`, { name })}
            isDisabled={step === 'down' ? isLast : isFirst}
            onClick={() => onStep(step)}
          />
        </span>
      ))}
    </span>
  )
}

/** What was moved has gone from under the focus: it goes after it. `way`: a step, or `category`. */
export function focusMoved(key: string, way: Step | 'category'): void {
  requestAnimationFrame(() => {
    const line = document.querySelector(`[data-order="${CSS.escape(key)}"]`)
    line?.querySelector<HTMLElement>(`[data-way="${way}"] :is(button, select)`)?.focus()
  })
}
