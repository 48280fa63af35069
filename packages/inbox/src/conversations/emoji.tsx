import { EmojiPicker, type EmojiPickerProps } from '@deskbell/ui/emoji'
import type { Signal } from '@preact/signals'
import { useInbox } from '../inbox-context.ts'
import '@deskbell/ui/emoji.css'

interface Props {
  field: EmojiPickerProps['field']
  isOpen: Signal<boolean>
}

/** The emoji, between the field and its bar. */
export function Emoji({ field, isOpen }: Props) {
  const { t } = useInbox()
  const close = () => {
    isOpen.value = false
  }
  const names = {
    faces: t('emoji.faces'),
    hands: t('emoji.hands'),
    signs: t('emoji.signs'),
    things: t('emoji.things'),
  }
  return <EmojiPicker label={t('emoji.insert')} names={names} field={field} onClose={close} />
}
