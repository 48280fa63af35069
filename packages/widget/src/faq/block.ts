// `<deskbell-faq topic="delivery" limit="5">`: answers inside a page. A script of its own; the widget need not be there.
import type { BlockReply } from '@deskbell/protocol'
import css from './block.css?inline'
import { build } from './build.ts'
import { openInWidget } from './open-in-widget.ts'
import { tellOpened } from './tell-opened.ts'
import { tellOnce } from './told.ts'

/** The folder of the relay, with a slash at its end. */
const { url } = import.meta
const relay = new URL('..', url).href
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

class AnswerBlock extends HTMLElement {
  static readonly observedAttributes = ['locale', 'topic', 'limit']
  /** What is on screen was asked for by this address. */
  #shown = ''
  #isPlaced = false

  connectedCallback(): void {
    this.#isPlaced = true
    const root = this.shadowRoot ?? declaredIn(this)
    if (!root) return void this.#show()
    // Written by the page's server: it stays as it is.
    this.#shown ||= this.#address()
    this.#finish(root)
  }

  attributeChangedCallback(): void {
    // Before it stands on the page each of its attributes is told too.
    if (this.#isPlaced) void this.#show()
  }

  /** The page's own words stay in the element until there are answers, and where there are none. */
  async #show(): Promise<void> {
    const address = this.#address()
    if (this.#shown === address) return
    this.#shown = address
    try {
      const reply = await fetch(address, { credentials: 'omit' })
      const { markup, look } = (await reply.json()) as BlockReply
      // Newer attributes may have asked for something else meanwhile.
      if (!reply.ok || this.#shown !== address) return
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      root.replaceChildren(build(markup))
      // Where a server has written the block, the page may forbid its script to reach the relay.
      root.addEventListener('toggle', tell, true)
      this.#finish(root, sheetOf(look))
    } catch {
      // No network: another page, or another look, asks again; what newer attributes have asked for meanwhile goes on.
      if (this.#shown === address) this.#shown = ''
    }
  }

  #finish(root: ShadowRoot, ...look: CSSStyleSheet[]): void {
    root.adoptedStyleSheets = [...look, sheet]
    root.addEventListener('click', openInWidget)
    tellOnce(root)
  }

  #address(): string {
    const language = this.getAttribute('locale') || this.closest<HTMLElement>('[lang]')?.lang || navigator.language
    const address = new URL('api/block', relay)
    address.searchParams.set('locale', language)
    for (const name of ['topic', 'limit']) {
      const value = this.getAttribute(name)
      if (value) address.searchParams.set(name, value)
    }
    return address.href
  }
}

const tell = (event: Event) => tellOpened(relay, event)

function sheetOf(look: BlockReply['look']): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.insertRule(':host{}')
  for (const [name, value] of Object.entries(look)) (made.cssRules[0] as CSSStyleRule).style.setProperty(name, value)
  return made
}

/** Firefox before 123 leaves a declared shadow root as the template it is written as. */
function declaredIn(block: HTMLElement): ShadowRoot | undefined {
  const template = block.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]')
  if (!template) return undefined
  const root = block.attachShadow({ mode: 'open' })
  root.append(template.content)
  template.remove()
  return root
}

if (!customElements.get('deskbell-faq')) customElements.define('deskbell-faq', AnswerBlock)
