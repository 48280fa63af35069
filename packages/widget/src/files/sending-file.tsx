import { refusalWords, sentences } from '@deskbell/locales'
import { isPassing } from '@deskbell/protocol'
import { closeIcon, Icon, MessageBubble } from '@deskbell/ui'
import { leaving } from '../later/leaving.ts'
import type { WidgetContext } from '../panel/context.ts'
import { Preview } from './preview.tsx'
import type { SendingModel, Stage } from './sending-model.ts'

export interface SendingProps {
  context: WidgetContext
  model: SendingModel
  file: File
}

/** A file on its way: as it will stand there, how far it is, and what went wrong. */
export function SendingFile({ context, model, file }: SendingProps) {
  const stage = model.stages.value.get(file)
  const sending = { context, model, file }
  const isFailed = stage?.kind === 'failed'
  return (
    <MessageBubble
      text=""
      isOwn
      isSilent
      isFirst
      isArriving
      state={isFailed ? 'failed' : 'unsent'}
      spokenName={context.t('chat.youSaid')}
      about={
        isFailed ? (
          <Failed {...sending} refusal={stage.refusal} />
        ) : (
          <Underway {...sending} share={stage ? stage.share : 0} />
        )
      }
    >
      <div class={isFailed ? 'files' : 'files files--sending'}>
        <Preview file={file} locale={context.locale} />
      </div>
    </MessageBubble>
  )
}

/** How much of it is sent; not told as it grows. */
function Underway({ context, model, file, share }: SendingProps & { share: number }) {
  const { t, locale } = context
  const progress = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  return (
    <span class="file-progress">
      {t('files.sending', { progress })}
      <button
        class="text-button"
        type="button"
        aria-label={t('files.cancel', { name: file.name })}
        onClick={leaving(() => model.remove(file))}
      >
        <Icon of={closeIcon} small />
      </button>
    </span>
  )
}

function Failed({
  context,
  model,
  file,
  refusal,
}: SendingProps & { refusal: Extract<Stage, { kind: 'failed' }>['refusal'] }) {
  const { t } = context
  const isUnreachable = refusal === 'unreachable'
  return (
    <>
      <span role="alert">
        {sentences(t('chat.notSent'), isUnreachable ? t('files.unreachable') : refusalWords(t, refusal))}
      </span>
      {(isUnreachable || isPassing(refusal)) && (
        <button class="text-button" type="button" onClick={() => model.tryAgain(file)}>
          {t('panel.tryAgain')}
        </button>
      )}
      <button class="text-button" type="button" onClick={leaving(() => model.remove(file))}>
        {t('chat.remove')}
      </button>
    </>
  )
}
