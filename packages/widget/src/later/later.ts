// What is downloaded once a question is left for later, its forms and what became of it; once a conversation is long, or over;
// and once there is a file in it.
import file from '@deskbell/ui/file.css?inline'
import type { LaterViews } from '../chat/model.ts'
import { MessageFiles } from '../files/message-files.tsx'
import { createSendingFiles } from '../files/sending-files.tsx'
import { SendingModel, type SendingOptions } from '../files/sending-model.ts'
import files from '../styles/files.css?inline'
import styles from '../styles/later.css?inline'
import { addStyles } from '../styles/styles.ts'
import { Deserted } from './deserted.tsx'
import { Earlier } from './earlier.tsx'
import { Ended } from './ended.tsx'
import { IntroductionFields } from './introduction-fields.tsx'
import { LaterForm } from './later-form.tsx'
import { Menu } from './menu.tsx'
import { NotTaken } from './not-taken.tsx'
import { Question } from './question.tsx'
import { QuestionForm } from './question-form.tsx'
import { ReadAgain } from './read-again.tsx'

addStyles(styles + file + files)

/** Sends files that are chosen from now on, and gives the views. */
export function startLater(options: SendingOptions): LaterViews {
  const SendingFiles = createSendingFiles(new SendingModel(options))
  return {
    QuestionForm,
    Deserted,
    LaterForm,
    Question,
    Ended,
    Earlier,
    Menu,
    ReadAgain,
    NotTaken,
    MessageFiles,
    SendingFiles,
    IntroductionFields,
  }
}
