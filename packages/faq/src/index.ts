export { localeChain, translationOf } from './fallback.ts'
export { createSearch, createSearchInSlices, type Search, type SearchableEntry, type SearchResult } from './search.ts'
