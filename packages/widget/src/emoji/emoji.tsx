import { EmojiPicker } from '@deskbell/ui/emoji'
import css from '@deskbell/ui/emoji.css?inline'
import type { EmojiProps } from '../chat/emoji.tsx'
import { addStyles } from '../styles/styles.ts'

addStyles(css)

/** The emoji, above the field. */
export function Emoji({ context, field, isOpen }: EmojiProps) {
  const { t } = context
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
