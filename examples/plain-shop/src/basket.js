import { glazes, prices } from './products.js'

const most = 99

/**
 * The basket lives in the page's address (`?basket=mug:2,large-plate.moss:4`), so the shop keeps nothing in the browser.
 * Lines that name no product of the shop are left out.
 */
export function readBasket(address) {
  const lines = (new URLSearchParams(address).get('basket') ?? '').split(',').map((line) => line.split(':'))
  const basket = new Map()
  for (const [item, count] of lines) {
    const [product, glaze] = item.split('.')
    const known = Object.hasOwn(prices, product) && (glaze === undefined || glazes.includes(glaze))
    if (known && /^[1-9]\d?$/.test(count)) basket.set(item, Number(count))
  }
  return basket
}

/** The basket as the value of the address's `basket`; empty where nothing is in it. */
export function writeBasket(basket) {
  return [...basket].map(([item, count]) => `${item}:${count}`).join(',')
}

/** The basket with `count` more of an item; 99 of one item at most. */
export function addToBasket(basket, item, count) {
  return new Map(basket).set(item, Math.min(most, (basket.get(item) ?? 0) + count))
}

export function removeFromBasket(basket, item) {
  return new Map([...basket].filter(([other]) => other !== item))
}

export function countPieces(basket) {
  return [...basket.values()].reduce((sum, count) => sum + count, 0)
}

/** What the basket costs, in euros. */
export function totalOf(basket) {
  return [...basket].reduce((sum, [item, count]) => sum + prices[item.split('.')[0]] * count, 0)
}
