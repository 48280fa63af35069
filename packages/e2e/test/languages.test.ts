import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { cutBelow, cutOff } from '../kit/cut-off.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { closeByKey } from '../kit/thread.ts'
import { walkToTheLine } from '../kit/walk.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const folder = new URL('../../locales/src/widget/', import.meta.url)
const languages = readdirSync(folder).map((file) => file.replace('.json', ''))

it('has the languages it is to have', () => expect(languages).toHaveLength(16))

it.each(languages)('cuts nothing off from the launcher into the line: %s', async (lang) => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const visitor = await browser.open({ viewport: { width: 320, height: 640 } })
  await visitor.page.goto(host().serve(`/${lang}`, shopPage(relay().url, { lang })))
  await widgetOn(visitor.page).getByRole('button').waitFor()
  const { home, entry } = JSON.parse(readFileSync(new URL(`${lang}.json`, folder), 'utf8'))
  const { entries } = await (await fetch(`${relay().url}/api/entries?locale=${lang}`)).json()
  const words = { lang, label: /./, search: home.search, query: entries[0].question.slice(0, 8), no: entry.no }
  await walkToTheLine(visitor.page, words, async (state) => {
    const cut = [...(await cutOff(visitor.page)), ...(await cutBelow(visitor.page))]
    expect({ state, cut }).toEqual({ state, cut: [] })
  })
  // Who comes next is to find no long line.
  await operator.page.keyboard.press('n')
  await operator.page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await closeByKey(operator.page)
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})
