/** Whether a text is a colour as the settings keep it: six digits behind a #. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance in sRGB). */
export function contrastOf(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Whether nobody would tell two `#rrggbb` colours apart: no channel differs by more than rounding makes of it. */
export function isAlike(one: string, other: string): boolean {
  return [1, 3, 5].every((at) => Math.abs(channelAt(one, at) - channelAt(other, at)) <= 4)
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(channelAt(colour, at) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelAt(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
