import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
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
  const point = useSignal<number | undefined>(undefined)
  useEffect(() => {
    let drawing: Drawing | undefined
    let isClosed = false
    const onPoint = (index: number | undefined) => {
      point.value = index
    }
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!isClosed && place.current) drawing = drawChart(place.current, { data, onPoint })
    })
    return () => {
      isClosed = true
      drawing?.close()
    }
  }, [data, point])
  return (
    <>
      <div ref={place} class="wait-chart" role="img" aria-label={label} dir="ltr" />
      <p class="wait-readout" aria-hidden="true">
        {point.value !== undefined && describe(point.value)}
      </p>
    </>
  )
}
