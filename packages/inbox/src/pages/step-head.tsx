import type { InboxTranslate } from '@deskbell/locales'
import { useEffect, useRef } from 'preact/hooks'
import { Steps } from './steps.tsx'

interface Props {
  t: InboxTranslate
  at: 0 | 1 | 2 | 3
  head: string
}

/** The steps and the head of one of them, which takes the focus when the step before it is done. */
export function StepHead({ t, at, head }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (at > 0) title.current?.focus()
  }, [at])
  return (
    <>
      <Steps t={t} names={[t('setUp.you'), t('setUp.site'), t('setUp.answers')]} at={at} />
      <h1 ref={title} tabIndex={-1}>
        {head}
      </h1>
    </>
  )
}
