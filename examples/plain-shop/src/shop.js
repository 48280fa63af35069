import { addToBasket, countPieces, readBasket, removeFromBasket, writeBasket } from './basket.js'
import { drawBasketPage } from './basket-page.js'
import { translatePage, wordOf } from './words.js'

let basket = readBasket(location.search)
let silence

/** Language and basket travel in the address: every link to another page of the shop takes them along. */
function carryAlong() {
  const here = new URLSearchParams(location.search)
  for (const link of document.querySelectorAll('a[href^="./"], a[href^="?lang="]')) {
    const [path, query] = link.getAttribute('href').split('?')
    const lang = link.hreflang || here.get('lang')
    const next = new URLSearchParams(path ? '' : query)
    if (lang) next.set('lang', lang)
    if (basket.size > 0) next.set('basket', writeBasket(basket))
    else next.delete('basket')
    // Colons and commas may stand in a query as they are, and an address is nicer to read with them.
    const text = next.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
    link.setAttribute('href', text ? `${path}?${text}` : path)
  }
}

function keep(next) {
  basket = next
  const address = new URL(location.href)
  address.searchParams.set('basket', writeBasket(basket))
  if (basket.size === 0) address.searchParams.delete('basket')
  history.replaceState(null, '', address.href.replaceAll('%3A', ':').replaceAll('%2C', ','))
  draw()
}

function draw() {
  for (const place of document.querySelectorAll('[data-basket-count]')) place.textContent = countPieces(basket)
  drawBasketPage(basket, (item) => {
    keep(removeFromBasket(basket, item))
    document.querySelector('h1').focus()
  })
  carryAlong()
}

function add(event) {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  const product = event.currentTarget.dataset.add
  const glaze = form.get('glaze')
  keep(addToBasket(basket, glaze ? `${product}.${glaze}` : product, Number(form.get('count') ?? 1)))
  say(`${wordOf(product)}: ${wordOf('added')}`)
}

/** Says something in the corner, and aloud to a screen reader, for six seconds. */
function say(text) {
  const said = document.querySelector('[data-said]')
  said.textContent = text
  clearTimeout(silence)
  silence = setTimeout(() => {
    said.textContent = ''
  }, 6_000)
}

/** The picture shows the plate in the glaze that is chosen. */
function showGlaze(event) {
  if (event.target.name === 'glaze') document.querySelector('.product-picture').dataset.glaze = event.target.value
}

function markLanguage() {
  const link = document.querySelector(`.foot-languages a[hreflang="${document.documentElement.lang}"]`)
  link?.setAttribute('aria-current', 'true')
}

try {
  await translatePage()
} finally {
  markLanguage()
  draw()
  delete document.documentElement.dataset.drawing
}
for (const form of document.querySelectorAll('form[data-add]')) form.addEventListener('submit', add)
document.addEventListener('change', showGlaze)
