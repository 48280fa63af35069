import type { ComponentChildren } from 'preact'
import { ConnectionNote } from '../chat/connection-note.tsx'
import type { ChatProps } from '../chat/model.ts'
import { PanelFoot } from '../panel/frame.tsx'

interface SendQuestionProps extends ChatProps {
  formId: string
  /** Another way, below it. */
  children?: ComponentChildren
}

/** The foot below a question that is being written: sends the form of that id. */
export function SendQuestion({ context, chat, formId, children }: SendQuestionProps) {
  return (
    <PanelFoot>
      <ConnectionNote context={context} chat={chat} />
      <div class="send-bar">
        <button class="button button--primary button--wide" type="submit" form={formId}>
          {context.t('question.send')}
        </button>
        {children}
      </div>
    </PanelFoot>
  )
}
