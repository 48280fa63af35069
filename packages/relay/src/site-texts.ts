import { languageOf, localeChain } from '@deskbell/faq'
import type { Locale, LocalWords, OwnWords, RichText, SiteTexts } from '@deskbell/protocol'
import { parseMarkdown } from './faq/markdown.ts'

interface Sources {
  words(): OwnWords
  /** The site's default. */
  locale(): Locale
}

/**
 * The owner's words for whoever reads a locale: in that tag, else in its language (`de-AT` takes `de`). What the button is called
 * ends there, as the widget calls it in the visitor's own language. The others may hold what only the owner knows: greeting and
 * question are also given in the site's language, what is said of being away and of consent in that or in any.
 */
export function createSiteTexts({ words, locale: main }: Sources): (locale: Locale) => SiteTexts {
  let trees = new Map<string, RichText>()
  let treesOf: OwnWords | undefined

  function treeOf(markdown: string): RichText {
    if (treesOf !== words()) trees = new Map()
    treesOf = words()
    const tree = trees.get(markdown) ?? parseMarkdown(markdown)
    trees.set(markdown, tree)
    return tree
  }

  return (locale) => {
    const { consent: _toRead, away: _toSay, topics: _ofPages, ...own } = ownWordsIn(words(), locale)
    const chain = localeChain(locale, main(), Object.keys(words()))
    const nearest = (part: 'away' | 'consent') =>
      chain.flatMap((one) => {
        const text = words()[one]?.[part]
        return text === undefined ? [] : { locale: one, text }
      })[0]
    const [away, consent] = [nearest('away'), nearest('consent')]
    const ofSite = ownWordsIn(words(), main())
    const foreign = (part: 'greeting' | 'question') => {
      const text = own[part] === undefined ? ofSite[part] : undefined
      return text === undefined ? undefined : { locale: main(), text }
    }
    const [foreignGreeting, foreignQuestion] = [foreign('greeting'), foreign('question')]
    return {
      ...own,
      ...(foreignGreeting && { foreignGreeting }),
      ...(foreignQuestion && { foreignQuestion }),
      ...(away && { away }),
      ...(consent && { consent: { ...consent, text: treeOf(consent.text) } }),
    }
  }
}

/** The owner's words in a language, those of the very tag before those of its language. */
export function ownWordsIn(words: OwnWords, locale: Locale): LocalWords {
  const language = languageOf(locale)
  const chain = localeChain(locale, locale, Object.keys(words)).filter((one) => languageOf(one) === language)
  const found = chain.toReversed().map((one) => words[one])
  return Object.assign({}, ...found, { topics: Object.assign({}, ...found.map((one) => one?.topics)) })
}
