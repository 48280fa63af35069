// The table of rooms as data: who may import whom, and which outside library has which owners. Imports point one way only.

const mdast = ['mdast', 'mdast-util-from-markdown', 'mdast-util-to-string', 'unist', 'micromark']

/** Per package: the packages its sources may import, the outside libraries they own, and whether Node's own modules are theirs to use. */
export const rooms = {
  protocol: { packages: [], libraries: ['valibot'] },
  desk: { packages: ['protocol'], libraries: ['immutable'] },
  faq: { packages: ['protocol'], libraries: [] },
  locales: { packages: [], libraries: ['i18next'] },
  ui: { packages: ['protocol', 'locales'], libraries: ['preact', '@preact/signals'] },
  client: { packages: ['protocol'], libraries: ['socket.io-client'] },
  relay: {
    packages: ['protocol', 'desk', 'faq', 'locales'],
    // valibot here checks the relay's own configuration; what travels is checked by protocol.
    libraries: [
      'express',
      'socket.io',
      'lowdb',
      'libsql',
      'helmet',
      'pino',
      'nodemailer',
      'ipaddr.js',
      'luxon',
      'web-push',
      'sharp',
      'valibot',
      ...mdast,
    ],
    node: true,
  },
  widget: {
    packages: ['protocol', 'faq', 'client', 'locales', 'ui'],
    libraries: ['preact', '@preact/signals'],
  },
  inbox: {
    packages: ['protocol', 'faq', 'client', 'locales', 'ui'],
    libraries: [
      'preact',
      '@preact/signals',
      'diff',
      'fflate',
      'fuse.js',
      '@atlaskit/pragmatic-drag-and-drop',
      'papaparse',
      'turndown',
      'uplot',
    ],
  },
}

/** What a package's tests and benches may import beyond its sources: the relay is tried over the real wire, with the real client. */
export const extraInTests = { relay: ['client'] }

/** These packages show text that strangers wrote, so nothing in them may turn a string into HTML. */
export const browserRooms = ['ui', 'widget', 'inbox', 'client', 'faq', 'locales']

/** Only these have style sheets whose colours must come from the tokens. */
export const styledRooms = ['ui', 'widget', 'inbox']
