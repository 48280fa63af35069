import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from './languages.mjs'
import { inOrder, readName } from './states.mjs'

const choices = [
  ['locale', languages],
  ['size', ['wide', 'phone', 'narrow', 'large']],
  ['theme', ['light', 'dark']],
]

/** One page with every picture in it, which needs no other file: by state, to be narrowed by language, size and theme. */
export function sheetOf(pictures) {
  const chapters = inOrder(pictures)
  const css = readFileSync(join(import.meta.dirname, 'sheet.css'), 'utf8')
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Deskbell: every state</title>',
    '<meta name="viewport" content="width=device-width">',
    `<style>${css}${choices.flatMap(rulesOf).join('')}</style>`,
    `<header><h1>Deskbell: every state</h1>${choices.map(fieldsetOf).join('')}</header>`,
    `<nav>${chapters.map(({ state, title }) => `<a href="#${state}">${title}</a>`).join('')}</nav>`,
    `<main>${chapters.map(chapterOf).join('')}</main></html>\n`,
  ].join('\n')
}

const rulesOf = ([choice, values]) =>
  values.map((value) => `body:has(#${choice}-${value}:checked) figure:not(.${value}){display:none}`)

const fieldsetOf = ([choice, values]) =>
  `<fieldset>${['all', ...values].map((value) => radioOf(choice, value)).join('')}</fieldset>`

const radioOf = (choice, value) =>
  `<label><input type="radio" name="${choice}" id="${choice}-${value}"${value === 'all' ? ' checked' : ''}> ${value}</label>`

const chapterOf = ({ state, title, pictures }) =>
  `<h2 id="${state}">${title}</h2><div class="row ${state.split('-')[0]}">${pictures.map(figureOf).join('')}</div>\n`

function figureOf({ name, theme, webp }) {
  const { locale, size } = readName(name)
  const words = [locale, size, theme]
  return `<figure class="${words.join(' ')}"><label><input type="checkbox"><img alt="${words.join(', ')}" src="data:image/webp;base64,${webp}"></label><figcaption>${words.join(', ')}</figcaption></figure>`
}
