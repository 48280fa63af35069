import type { ComponentChildren } from 'preact'
import { useInbox } from '../inbox-context.ts'

interface Props {
  /** Names the table. */
  label: string
  heads: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly ComponentChildren[])[]
}

/** Figures in columns, the first names the row. Where it is wider than the screen it scrolls by itself. */
export function FiguresTable({ label, heads, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section class="figures-scroll" aria-label={label} tabIndex={0}>
      <table class="figures">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The same figures as a picture has, folded away below it. */
export function FoldedFigures(props: Props) {
  const { t } = useInbox()
  return (
    <details class="figures-folded">
      <summary>{t('waits.figures')}</summary>
      <FiguresTable {...props} />
    </details>
  )
}
