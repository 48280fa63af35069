import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { ChartData } from './chart-data.ts'
import type { Drawing } from './draw-chart.ts'

interface Props {
  data: ChartData
  /** What the picture shows, for who does not see it. Its figures stand in a table beside it. */
  label: string
  /** The figures of one column, in words. */
  describe: (index: number) => string
}

/** A picture; what draws it is loaded when there is one to draw. */
export function WaitChart({ data, label, describe }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { t } = useInbox()
  const point = useSignal<number | undefined>(undefined)
  const isMissing = useSignal(false)
  useEffect(() => {
    let drawing: Drawing | undefined
    let isClosed = false
    const onPoint = (index: number | undefined) => {
      point.value = index
    }
    const draw = ({ drawChart }: typeof import('./draw-chart.ts')) => {
      if (!isClosed && place.current) drawing = drawChart(place.current, { data, onPoint })
    }
    import('./draw-chart.ts').then(draw, () => {
      // No network, or a newer inbox is served by now: the figures are there without it.
      isMissing.value = true
    })
    return () => {
      isClosed = true
      drawing?.close()
    }
  }, [data, point, isMissing])
  if (isMissing.value) return <p class="quiet">{t('waits.noPicture')}</p>
  return (
    <>
      <div ref={place} class="wait-chart" role="img" aria-label={label} dir="ltr" />
      <p class="wait-readout" aria-hidden="true">
        {point.value !== undefined && describe(point.value)}
      </p>
    </>
  )
}
