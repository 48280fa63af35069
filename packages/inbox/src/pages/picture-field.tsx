import type { Operator } from '@deskbell/protocol'
import { Avatar, bringFiles } from '@deskbell/ui'
import type { ReadonlySignal } from '@preact/signals'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnPictureModel } from '../models/own-picture.ts'
import { Done } from './done.tsx'
import { Trouble } from './trouble.tsx'
import './picture-field.css'

/** The picture that visitors see: chosen, dropped or pasted, and looked at before they see it. */
export function PictureField({ operator }: { operator: ReadonlySignal<Operator> }) {
  const { t, http } = useInbox()
  const { chosen, trouble, state, choose, forget, use, remove } = useModel(
    () => new OwnPictureModel({ http, operator }),
  )
  const field = useRef<HTMLFieldSetElement>(null)
  const hint = useId()
  const isBusy = state.value === 'saving'
  useLayoutEffect(() => (field.current ? bringFiles(field.current, t('shown.pictureDrop'), choose) : undefined), [t])
  /** The button that was pressed goes with what it is for. */
  const then = async (doing: Promise<void> | void) => {
    await doing
    if (!chosen.peek()) field.current?.querySelector('button')?.focus()
  }
  return (
    <fieldset ref={field} class="picture-field" aria-describedby={hint}>
      <legend>{t('shown.picture')}</legend>
      {chosen.value ? (
        <img class="picture-chosen" src={chosen.value.url} alt={t('shown.pictureChosen')} />
      ) : (
        <Avatar of={operator.value} size="large" />
      )}
      <div>
        <div class="access-buttons">
          <Choose onFiles={choose} />
          {chosen.value && (
            <>
              <Button kind="main" isDisabled={isBusy} onClick={() => void then(use())}>
                {t('shown.pictureUse')}
              </Button>
              <Button kind="plain" isDisabled={isBusy} onClick={() => void then(forget())}>
                {t('common.cancel')}
              </Button>
            </>
          )}
          {!chosen.value && operator.value.picture !== undefined && (
            <Button kind="plain" isDisabled={isBusy} onClick={() => void then(remove())}>
              {t('shown.pictureRemove')}
            </Button>
          )}
        </div>
        <p class="form-hint" id={hint}>
          {t('shown.pictureHint')}
        </p>
        <Trouble t={t} of={trouble.value} />
        <Done>{state.value === 'saved' && t('shown.saved')}</Done>
      </div>
    </fieldset>
  )
}

function Choose({ onFiles }: { onFiles: (files: FileList) => void }) {
  const { t } = useInbox()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('shown.pictureChoose')}</Button>
      <input
        ref={input}
        type="file"
        // Where JPEG is named, phones turn their own kind of pictures into it, and offer the camera.
        accept="image/jpeg,image/png,image/gif,image/webp"
        hidden
        onChange={({ currentTarget }) => {
          if (currentTarget.files) onFiles(currentTarget.files)
          // The same one may be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
