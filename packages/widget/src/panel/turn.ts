import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { nextTask } from '../models/pause.ts'

/** False where a component is drawn first, true in the next piece of work: for what need not be drawn at once. */
export function useTurn(): boolean {
  const isTurn = useSignal(false)
  useLayoutEffect(() => {
    void nextTask().then(() => {
      isTurn.value = true
    })
  }, [isTurn])
  return isTurn.value
}
