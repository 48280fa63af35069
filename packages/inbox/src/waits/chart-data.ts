/** A picture in columns. */
export interface ChartData {
  /** What stands below each column. */
  names: readonly string[]
  lines: readonly ChartLine[]
  /** The upper end of the scale; absent: as high as the highest value. */
  most?: number
  /** A value as it stands beside the scale. */
  label(value: number): string
}

/** `dashes` is a line too; a `level` is the same in every column. */
export interface ChartLine {
  ink: 'promise' | 'truth' | 'kept' | 'missed' | 'goal'
  shape: 'bars' | 'line' | 'dashes' | 'level'
  /** One for each column. */
  values: readonly (number | undefined)[]
}
