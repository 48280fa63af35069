import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../packages/locales/src/widget')

/** All that the widget speaks. */
export const languages = readdirSync(folder).map((file) => file.replace('.json', ''))
