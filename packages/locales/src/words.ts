import type faq from './faq-words.json'
import type inbox from './inbox/en.json'
import type mail from './mail-words.json'
import type widget from './widget/en.json'

/** The words of one face in one locale, as its JSON file nests them. */
export interface Words {
  readonly [key: string]: string | Words
}

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

type Singular<K> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K

/** Every key of the widget's words, `results.count` for the pair `results.count_one` and `results.count_other`. */
export type WidgetKey = Singular<Paths<typeof widget>>
export type InboxKey = Singular<Paths<typeof inbox>>
export type MailKey = keyof typeof mail.en
export type FaqKey = keyof typeof faq.en
