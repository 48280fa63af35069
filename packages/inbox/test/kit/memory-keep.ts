import type { Keep } from '../../src/models/kept.ts'

/** What a browser keeps, without a browser. */
export function memoryKeep(): Keep {
  const kept = new Map<string, string>()
  const listeners = new Set<(name: string) => void>()
  return {
    read: (name) => kept.get(name),
    write(name, value) {
      if (value === undefined) kept.delete(name)
      else kept.set(name, value)
      for (const listener of listeners) listener(name)
    },
    names: (start) => [...kept.keys()].filter((name) => name.startsWith(start)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
