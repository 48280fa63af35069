import type { ConversationId } from '@deskbell/protocol'
import { bookIcon, chatIcon, noteIcon, smileIcon } from '@deskbell/ui'
import type { Signal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Writing } from '../models/writing.ts'
import { modifierKey } from '../words/keys.ts'
import { AttachButton } from './attach-button.tsx'

interface Props {
  id: ConversationId
  model: Writing
  isNote: boolean
  canAnswer: boolean
  text: string
  isFinding: Signal<boolean>
  isCanned: Signal<boolean>
  isEmoji: Signal<boolean>
}

/** What can be brought into a reply, how it stands, and the way out. */
export function ComposerBar({ id, model, isNote, canAnswer, text, isFinding, isCanned, isEmoji }: Props) {
  const { t, desk } = useInbox()
  const turn = (open: Signal<boolean>) => () => {
    open.value = !open.value
  }
  const isEmpty = text.trim() === '' && (isNote || model.attached.value.length === 0)
  const switchKind = () => desk.view.write(isNote ? 'message' : 'note')
  return (
    <div class="composer-bar">
      {!isNote && (
        <Button
          kind="plain"
          icon={bookIcon}
          expanded={isFinding.value}
          keyName={`${modifierKey} J`}
          label={t('answers.button')}
          onClick={turn(isFinding)}
        >
          {t('answers.button')}
        </Button>
      )}
      {!isNote && (
        <Button
          kind="plain"
          icon={chatIcon}
          expanded={isCanned.value}
          keyName="/"
          label={t('canned.button')}
          onClick={turn(isCanned)}
        >
          {t('canned.button')}
        </Button>
      )}
      {!isNote && <AttachButton id={id} />}
      {canAnswer && (
        <Button
          kind="plain"
          icon={noteIcon}
          pressed={isNote}
          keyName="M"
          label={t('composer.note')}
          onClick={switchKind}
        >
          {t('composer.note')}
        </Button>
      )}
      <Button
        kind="plain"
        class="composer-emoji"
        icon={smileIcon}
        expanded={isEmoji.value}
        label={t('emoji.insert')}
        onClick={turn(isEmoji)}
      />
      <State model={model} text={text} />
      {!isNote && model.stoppedBy.value ? (
        <Button type="submit" kind="warn">
          {t('composer.sendAnyway')}
        </Button>
      ) : (
        <Button type="submit" kind={isNote ? 'usual' : 'main'} keyName="↵" isDisabled={isEmpty}>
          {t(isNote ? 'composer.addNote' : 'composer.send')}
        </Button>
      )}
    </div>
  )
}

/** What is wrong or to be filled in, else that nothing is lost. */
function State({ model: { fault, gaps }, text }: Pick<Props, 'model' | 'text'>) {
  const { t } = useInbox()
  const said = fault.value ?? gaps.toFill.value
  return (
    <span class="composer-state" role="status">
      {said ? (
        <span class={fault.value ? 'composer-said composer-fault' : 'composer-said'}>{t(said.key, said.values)}</span>
      ) : (
        text !== '' && t('composer.saved')
      )}
    </span>
  )
}
