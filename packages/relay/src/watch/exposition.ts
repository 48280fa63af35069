/** Measures of one name, in the terms of Prometheus. */
export interface Family {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'summary' | 'histogram'
  samples: readonly Sample[]
}

/** `suffix`: what stands behind the name, as `_sum`. Labels are our own words: nothing in them needs escaping. */
export interface Sample {
  value: number
  suffix?: string
  labels?: Readonly<Record<string, string | number>>
}

/**
 * The text format of Prometheus, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). By hand, as
 * it is a few lines: the usual library is four packages more to keep up with.
 */
export function exposition(families: readonly Family[]): string {
  return families.map(linesOf).join('')
}

function linesOf({ name, help, type, samples }: Family): string {
  const values = samples.map(({ value, suffix = '', labels = {} }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`)
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.join('')}`
}
