import message from '@deskbell/ui/message.css?inline'
import pieces from '@deskbell/ui/pieces.css?inline'
import tokens from '@deskbell/ui/tokens.css?inline'
import asking from './asking.css?inline'
import controls from './controls.css?inline'
import finding from './finding.css?inline'
import form from './form.css?inline'
import later from './later.css?inline'
import launcherFace from './launcher-face.css?inline'
import messages from './messages.css?inline'
import panel from './panel.css?inline'
import personFace from './person-face.css?inline'
import waiting from './waiting.css?inline'

const panelSheets = [tokens, pieces, controls, launcherFace, panel, finding]
const chatSheets = [form, message, personFace, asking, waiting, messages, later]

/**
 * Gives a shadow root the look of the panel and of all that is loaded later: side by side the sheets pack so well that
 * the chat's weigh little here. Constructed, so that a content security policy without inline styles allows it.
 */
export function adoptStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([...panelSheets, ...chatSheets].join('\n'))
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
