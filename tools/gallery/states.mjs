/** What the states are called on the sheet, in its order. A state that is not named here comes last, under its own name. */
const states = new Map([
  ['widget-launcher', 'Launcher'],
  ['widget-home', 'Home'],
  ['widget-results', 'Results'],
  ['widget-nothing-found', 'Nothing found'],
  ['widget-entry', 'Entry'],
  ['widget-entry-no', 'Entry that did not help'],
  ['widget-asking', 'Asking'],
  ['widget-waiting', 'Waiting'],
  ['widget-launcher-waiting', 'Launcher, in line'],
  ['widget-deserted', 'Everybody left while somebody waits'],
  ['widget-launcher-message', 'Launcher, a message'],
  ['widget-unread', 'What was not read yet'],
  ['widget-talking', 'Connected'],
  ['widget-file-upload', 'File upload'],
  ['widget-connection-lost', 'Offline'],
  ['widget-transfer', 'Transfer'],
  ['widget-menu', 'Menu'],
  ['widget-ended', 'Ended'],
  ['widget-rated', 'Rating'],
  ['widget-nobody-home', 'Nobody there'],
  ['widget-nobody-form', 'Leaving a question'],
  ['widget-question-registered', 'Question registered'],
  ['widget-launcher-failed', 'The panel can’t be had'],
])

/** `widget-home.de.phone` or `inbox-team.wide`: which state in which locale (English where none is named) and size. */
export function readName(name) {
  const [state, ...rest] = name.split('.')
  const size = rest.pop()
  return { state, locale: rest[0] ?? 'en', size }
}

/** The states of these pictures in the order of the sheet: `[{ state, title, pictures }]`. */
export function inOrder(pictures) {
  const taken = [...new Set(pictures.map(({ name }) => readName(name).state))]
  const known = [...states.keys()].filter((state) => taken.includes(state))
  const others = taken.filter((state) => !states.has(state)).sort((a, b) => Number(isInAll(b)) - Number(isInAll(a)))
  return [...known, ...others].map((state) => ({
    state,
    title: states.get(state) ?? titleOf(state),
    pictures: pictures.filter(({ name }) => readName(name).state === state),
  }))
}

const isInAll = (state) => state.startsWith('languages-')

function titleOf(state) {
  const [face, ...words] = state.split('-')
  if (isInAll(state)) return `16 languages: ${words.join(' ')}`
  return `${face[0].toUpperCase()}${face.slice(1)}: ${words.join(' ')}`
}
