import type { LauncherWords } from '@deskbell/locales/launcher'
import type { Contact } from '@deskbell/protocol'
import { element } from './element.ts'
import type { Frame } from './frame.ts'

/** The panel could not be loaded: says so beside the button, with the owner's contact details and a way to try again. */
export function showFailure({ button }: Frame, words: LauncherWords, contact: Contact, retry: () => void): void {
  const again = element('button', {}, words.retry)
  const box = element('div', { class: 'failure', role: 'alert' }, words.failed, ...waysOf(contact), again)
  const remove = (): void => {
    box.remove()
    button.focus()
  }
  box.onkeydown = ({ key }) => key === 'Escape' && remove()
  again.onclick = () => {
    remove()
    retry()
  }
  // A call may fail while the panel is there: it stays.
  button.before(box)
}

function waysOf({ email, phone, address }: Contact): (Node | string)[] {
  const link = (scheme: string, text?: string) => text && element('a', { href: scheme + text, dir: 'ltr' }, text)
  return [link('mailto:', email), link('tel:', phone), address].filter((way) => way) as (Node | string)[]
}
