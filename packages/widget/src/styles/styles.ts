import message from '@deskbell/ui/message.css?inline'
import pieces from '@deskbell/ui/pieces.css?inline'
import tokens from '@deskbell/ui/tokens.css?inline'
import asking from './asking.css?inline'
import controls from './controls.css?inline'
import finding from './finding.css?inline'
import form from './form.css?inline'
import launcherFace from './launcher-face.css?inline'
import messages from './messages.css?inline'
import panel from './panel.css?inline'
import personFace from './person-face.css?inline'
import waiting from './waiting.css?inline'

const panelSheets = [tokens, pieces, controls, launcherFace, panel, finding]
const chatSheets = [form, message, personFace, asking, waiting, messages]

let seat: ShadowRoot | undefined

/**
 * Gives a shadow root the look of the panel and of the chat: side by side the sheets pack so well that the chat's weigh
 * little here.
 */
export function adoptStyles(root: ShadowRoot): void {
  seat = root
  addStyles([...panelSheets, ...chatSheets].join('\n'))
}

/** What a later download brings along. Constructed, so that a content security policy without inline styles allows it. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  seat?.adoptedStyleSheets.push(sheet)
}
