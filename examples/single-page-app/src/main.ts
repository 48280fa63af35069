// A page that a bundler makes. The widget is one import; views come and go, it stays.
import { Deskbell, embed } from '@deskbell/widget'

const views: Readonly<Record<string, () => (Node | string)[]>> = {
  '#/': () => [heading('Plates'), 'Thrown in Bergen. ', button('Ask about plates', askAboutPlates)],
  '#/delivery': () => [heading('Delivery'), 'Three days. ', button('Search the answers', searchDelivery)],
}

const askAboutPlates = () => Deskbell('ask', { text: 'Which plates go into the oven?' })
const searchDelivery = () => Deskbell('search', 'delivery')

function heading(words: string): HTMLElement {
  return Object.assign(document.createElement('h1'), { textContent: words })
}

function button(words: string, onclick: () => void): HTMLElement {
  return Object.assign(document.createElement('button'), { type: 'button', textContent: words, onclick })
}

function show(): void {
  const view = views[location.hash] ?? views['#/']
  document.querySelector('main')?.replaceChildren(...(view?.() ?? []))
}

addEventListener('hashchange', show)
show()

// What the shop counts: never words, and the types say which event has what.
Deskbell('on', 'searched', ({ found, locale }) => console.info('searched', { found, locale }))
embed(import.meta.env.VITE_RELAY ?? 'http://localhost:4600')
