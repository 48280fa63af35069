import type { FindingModel } from '../models/finding.ts'
import type { HelpfulnessModel } from '../models/helpfulness.ts'
import type { WidgetContext } from './context.ts'

/** What the panel's own views are given beside what they share with the chat. */
export interface PanelParts {
  context: WidgetContext
  finding: FindingModel
  helpfulness: HelpfulnessModel
}
