import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { ChartData, ChartLine } from './chart-data.ts'

export interface Drawing {
  close(): void
}

interface Options {
  data: ChartData
  /** The column under the pointer, while there is one. */
  onPoint(index: number | undefined): void
}

/** What the lines are drawn in: tokens, so that light, dark and forced colours are the page's own. */
const inks: Readonly<Record<ChartLine['ink'], string>> = {
  promise: 'var(--db-accent-ink)',
  truth: 'var(--db-text)',
  kept: 'color-mix(in oklab, var(--db-accent-ink) 45%, var(--db-surface))',
  missed: 'color-mix(in oklab, var(--db-bad) 55%, var(--db-surface))',
  goal: 'var(--db-text-2)',
}
const height = 220
const dash = [5, 4]

/** Draws into an element, as wide as it is, for as long as it is not closed. */
export function drawChart(element: HTMLElement, { data, onPoint }: Options): Drawing {
  const ink = inkReader(element)
  const plot = new uPlot(optionsOf(element, data, ink), tableOf(data), element)
  plot.over.addEventListener('pointerleave', () => onPoint(undefined))
  plot.hooks.setCursor = [({ cursor }) => onPoint(cursor.idx ?? undefined)]
  const sizes = new ResizeObserver(() => plot.setSize({ width: widthOf(element), height }))
  sizes.observe(element)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => plot.redraw()
  scheme.addEventListener('change', redraw)
  return {
    close() {
      scheme.removeEventListener('change', redraw)
      sizes.disconnect()
      plot.destroy()
    },
  }
}

function tableOf({ names, lines }: ChartData): uPlot.AlignedData {
  return [names.map((_, index) => index), ...lines.map(({ values }) => values.map((value) => value ?? null))]
}

type Ink = (colour: string) => string

/** Canvas knows no custom properties: an element in the page says what they come to now. */
function inkReader(element: HTMLElement): Ink {
  const probe = document.createElement('i')
  probe.hidden = true
  element.append(probe)
  return (colour) => {
    probe.style.color = colour
    return getComputedStyle(probe).color
  }
}

function optionsOf(element: HTMLElement, data: ChartData, ink: Ink): uPlot.Options {
  const { names, most, label } = data
  return {
    ...{ width: widthOf(element), height, legend: { show: false }, padding: [10, 8, 0, 0] },
    cursor: { drag: { setScale: false }, y: false, points: { show: false } },
    scales: {
      x: { time: false, range: [-0.5, names.length - 0.5] },
      y: { range: (_plot, _least, highest) => [0, most ?? Math.max(1, highest * 1.08)] },
    },
    series: [{}, ...data.lines.map((line) => seriesOf(line, ink))],
    axes: [
      {
        ...axis(element, ink),
        ...{ grid: { show: false }, space: 56, gap: 10, size: 35, incrs: [1, 2, 3, 7, 14, 28] },
        values: (_plot, places) => places.map((place) => names[place] ?? ''),
      },
      { ...axis(element, ink), space: 36, size: 52, values: (_plot, values) => values.map(label) },
    ],
  }
}

function axis(element: HTMLElement, ink: Ink): uPlot.Axis {
  const { fontFamily, fontSize } = getComputedStyle(element)
  return {
    font: `${fontSize} ${fontFamily}`,
    stroke: () => ink('var(--db-text-2)'),
    grid: { stroke: () => ink('var(--db-line)'), width: 1 },
    ticks: { show: false },
  }
}

function seriesOf({ ink: name, shape }: ChartLine, ink: Ink): uPlot.Series {
  const colour = () => ink(inks[name])
  if (shape === 'bars') {
    const paths = uPlot.paths.bars?.({ size: [0.7, 28], radius: 0.1 })
    return { fill: colour, width: 0, points: { show: false }, ...(paths && { paths }) }
  }
  if (shape === 'level') return { stroke: colour, width: 1, dash, points: { show: false } }
  const points = { show: true, size: shape === 'line' ? 7 : 6, stroke: colour, width: 1.5 }
  if (shape === 'line') return { stroke: colour, width: 2, points: { ...points, fill: colour } }
  return { stroke: colour, width: 1.5, dash, points: { ...points, fill: () => ink('var(--db-surface)') } }
}

function widthOf(element: HTMLElement): number {
  return Math.max(200, element.clientWidth)
}
