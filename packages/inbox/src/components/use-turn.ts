import { useEffect, useState } from 'preact/hooks'

/** At the latest then it is drawn, however busy the page is, in ms. */
const latest = 500

/** Whether what can wait may be drawn: once the page has nothing more pressing to do. */
export function useTurn(): boolean {
  const [isOurs, setIsOurs] = useState(false)
  useEffect(() => {
    const take = () => setIsOurs(true)
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(take)
      return () => clearTimeout(timer)
    }
    const turn = requestIdleCallback(take, { timeout: latest })
    return () => cancelIdleCallback(turn)
  }, [])
  return isOurs
}
