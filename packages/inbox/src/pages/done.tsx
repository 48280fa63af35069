import { checkIcon, Icon } from '@deskbell/ui'

/** That something has happened, said once; the empty element is there from the start, or readers miss the first words. */
export function Done({ children }: { children: string | false }) {
  return (
    <p class="form-done" role="status">
      {children && (
        <>
          <Icon of={checkIcon} small />
          {children}
        </>
      )}
    </p>
  )
}
