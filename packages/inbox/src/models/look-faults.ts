import { type Distance, limits, type Settings } from '@deskbell/protocol'
import { numberFault } from './line-faults.ts'
import type { Wording } from './wording.ts'

export type DistanceFaults = Partial<Record<keyof Distance, Wording>>

export const distanceBounds = { least: 0, most: limits.distance }

/** What is wrong with the button's distance from the edges; an empty one leaves it to the widget. */
export function faultsOfDistance({ distance: { side, bottom } }: Settings): DistanceFaults {
  const faultOf = (value: number | undefined) => (value === undefined ? undefined : numberFault(value, distanceBounds))
  const [ofSide, ofBottom] = [faultOf(side), faultOf(bottom)]
  return { ...(ofSide && { side: ofSide }), ...(ofBottom && { bottom: ofBottom }) }
}
