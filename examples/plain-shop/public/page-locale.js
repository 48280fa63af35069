// Runs before anything is drawn: what the page says about its language must be true when the widget reads it.
const locales = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sl', 'ru', 'uk', 'tr', 'ar', 'ja', 'zh']
const wished = new URLSearchParams(location.search).get('lang')
const page = document.documentElement
const isOther = wished !== 'en' && locales.includes(wished)
if (isOther) {
  page.lang = wished
  page.dir = wished === 'ar' ? 'rtl' : 'ltr'
}
// A page that still has to be worded or filled shows itself when that is done, so nothing moves under the reader's eyes.
if (isOther || location.pathname.endsWith('/basket.html')) page.dataset.drawing = ''
// Only a relay that serves this shop has an inbox to open.
if (location.pathname.includes('/demo/')) page.dataset.relay = ''
