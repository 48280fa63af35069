import { totalOf } from './basket.js'
import { prices } from './products.js'
import { wordOf } from './words.js'

/** Draws the lines of the basket into the basket page. `remove` is called with the item whose line is to go. */
export function drawBasketPage(basket, remove) {
  const list = document.querySelector('[data-basket-lines]')
  if (!list) return
  list.replaceChildren(...[...basket].map(([item, count]) => line(item, count, remove)))
  document.querySelector('[data-basket-total]').textContent = `€ ${totalOf(basket)}`
  document.querySelector('[data-basket-filled]').hidden = basket.size === 0
  document.querySelector('[data-basket-empty]').hidden = basket.size > 0
}

function line(item, count, remove) {
  const [product, glaze] = item.split('.')
  const name = glaze ? `${wordOf(product)}, ${wordOf(glaze)}` : wordOf(product)
  const button = element('button', 'basket-remove', wordOf('remove'))
  button.type = 'button'
  button.setAttribute('aria-label', `${wordOf('remove')}: ${name}`)
  button.addEventListener('click', () => remove(item))
  const row = element('li', 'basket-line')
  row.append(
    element('span', 'basket-name', name),
    element('bdi', 'basket-count', `${count} × € ${prices[product]}`),
    element('bdi', 'basket-price', `€ ${count * prices[product]}`),
    button,
  )
  return row
}

function element(tag, className, text = '') {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  if (tag === 'bdi') made.dir = 'ltr'
  return made
}
