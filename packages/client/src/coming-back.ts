/** When a lost connection is tried again, in ms: 10,000 browsers that lose it together must not come back together. */
export const comingBack = { reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.7 }
