import type { SearchableEntry } from '../src/index.ts'

type Row = readonly [id: string, question: string, answer: string, ...keywords: string[]]

const english: readonly Row[] = [
  ['delivery-time', 'How long does delivery take?', 'Most parcels arrive in 2 to 4 working days.', 'shipping time'],
  ['return', 'How do I return an item?', 'Print the label in your account and bring the parcel to the post office.'],
  ['invoice', 'Where do I find my invoice?', 'We send it by e-mail with every order.', 'receipt'],
  ['password', 'I have forgotten my password', 'Use the link on the sign-in page.'],
  ['address', 'Can I change the delivery address?', 'Yes, until the parcel has left our warehouse.'],
]
const german: readonly Row[] = [
  ['delivery-time', 'Wie lange dauert die Lieferung?', 'Die meisten Pakete kommen in 2 bis 4 Tagen an.', 'Lieferzeit'],
  ['return', 'Wie schicke ich einen Artikel zurück?', 'Das Etikett steht in Ihrem Konto bereit.', 'Rücksendung'],
  ['invoice', 'Wo finde ich meine Rechnung?', 'Sie kommt mit jeder Bestellung per E-Mail.'],
  ['sizes', 'Welche Größe passt mir?', 'Die Tabelle steht bei jedem Artikel.', 'Größentabelle'],
]
const russian: readonly Row[] = [
  ['delivery-time', 'Сколько времени занимает доставка?', 'Большинство посылок приходит за 2–4 дня.'],
  ['return', 'Как вернуть товар?', 'Наклейка для посылки есть в личном кабинете.', 'возврат'],
  ['invoice', 'Где найти счёт?', 'Мы присылаем его по почте с каждым заказом.'],
]
const japanese: readonly Row[] = [
  ['delivery-time', '配送にはどのくらいかかりますか？', 'ほとんどの荷物は2〜4日で届きます。', '納期'],
  ['return', '商品を返品するにはどうすればよいですか？', 'マイページからラベルを印刷してください。', '返品'],
  ['invoice', '請求書はどこにありますか？', '注文ごとにメールでお送りします。', '領収書'],
]
const arabic: readonly Row[] = [
  ['delivery-time', 'كم يستغرق التوصيل؟', 'تصل معظم الطرود خلال 2 إلى 4 أيام.'],
  ['return', 'كيف أرجع منتجا؟', 'اطبع الملصق من حسابك.', 'إرجاع'],
]
const rows = { en: english, de: german, ru: russian, ja: japanese, ar: arabic }

/** The small shop of these tests, in the locales asked for. */
export function shopIn(...locales: (keyof typeof rows)[]): SearchableEntry[] {
  return locales.flatMap((locale) =>
    rows[locale].map(([id, question, answer, ...keywords]) => ({ id, locale, question, answer, keywords })),
  )
}
