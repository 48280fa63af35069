import { Door } from './door.tsx'
import { DoorNotice } from './door-notice.tsx'
import type { DoorProps } from './page-props.ts'

/** Where an inbox leads that has no owner yet and was opened without the link. */
export function SetUpNeeded({ t, onLookAgain }: Pick<DoorProps, 't'> & { onLookAgain: () => void }) {
  return (
    <Door name="Deskbell">
      <DoorNotice
        head={t('setUp.noLinkHead')}
        text={t('setUp.noLink')}
        action={t('setUp.lookAgain')}
        onAction={onLookAgain}
      />
    </Door>
  )
}
