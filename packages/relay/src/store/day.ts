/** A day as it is stored: `YYYY-MM-DD`, in UTC. */
export type Day = string

export function dayOf(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10)
}
