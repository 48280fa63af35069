export { localeChain, translationOf } from './fallback.ts'
export { type MarkedText, markMatches, snippetOf } from './marks.ts'
export { createSearch, createSearchInSlices, type Search, type SearchableEntry, type SearchResult } from './search.ts'
