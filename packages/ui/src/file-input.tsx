import { fileOffer } from '@deskbell/protocol'
import type { RefObject } from 'preact'

/** Lets choose files once it is clicked, which another button does. */
export function FileInput({
  of,
  onTake,
}: {
  of: RefObject<HTMLInputElement | null>
  onTake: (files: FileList) => void
}) {
  return (
    <input
      ref={of}
      type="file"
      accept={fileOffer}
      multiple
      hidden
      onChange={({ currentTarget }) => {
        if (currentTarget.files) onTake(currentTarget.files)
        // The same one may be chosen again.
        currentTarget.value = ''
      }}
    />
  )
}
