import { createTranslate, loadInboxWords } from '@deskbell/locales'

/** The inbox in English, as it is shipped. */
export const t = createTranslate('inbox', 'en', await loadInboxWords('en'))
