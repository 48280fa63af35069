/** What the pictures are taken on: a desk, a phone, the narrowest and a large screen. */
export const screens = {
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  large: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
}
