/** What can be put into the basket: price in euros for one. The name is the word of the same key. */
export const prices = {
  'large-plate': 34,
  'small-plate': 22,
  'soup-bowl': 26,
  'serving-bowl': 58,
  mug: 24,
  'espresso-cup': 18,
  jug: 64,
  'tall-vase': 86,
  'round-vase': 72,
  'bud-vase': 28,
  'bottle-vase': 78,
  'plate-second': 20,
  'mug-second': 14,
  'vase-second': 44,
}

/** The glazes of a product that comes in several; a basket line is `product` or `product.glaze`. */
export const glazes = ['sand', 'moss', 'night']
