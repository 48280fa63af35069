// What is downloaded once a question is left for later, its forms and what became of it; or once a conversation is long, or over.
import type { LaterViews } from '../chat/model.ts'
import styles from '../styles/later.css?inline'
import { addStyles } from '../styles/styles.ts'
import { Deserted } from './deserted.tsx'
import { Earlier } from './earlier.tsx'
import { Ended } from './ended.tsx'
import { LaterForm } from './later-form.tsx'
import { Menu } from './menu.tsx'
import { Question } from './question.tsx'
import { QuestionForm } from './question-form.tsx'

addStyles(styles)

export const laterViews: LaterViews = { QuestionForm, Deserted, LaterForm, Question, Ended, Earlier, Menu }
