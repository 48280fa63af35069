import { createModel } from '@preact/signals'
import { expect, it } from 'vitest'
import { createFormDraft } from '../src/models/form-draft.ts'

interface Note {
  text: string
}

function open() {
  const shelf = {
    kept: null as string | null,
    read: () => shelf.kept,
    write(draft: string | null) {
      shelf.kept = draft
    },
  }
  let answer: (note: Note) => void = () => undefined
  const Model = createModel(() =>
    createFormDraft<Note, Note>({
      shelf,
      load: async () => ({ ok: true, value: { text: 'Open' } }),
      send: () =>
        new Promise((resolve) => {
          answer = (value) => resolve({ ok: true, value })
        }),
      read: (note) => note,
      mayGo: ({ text }) => text !== '',
    }),
  )
  return { form: new Model(), shelf, answer: (note: Note) => answer(note) }
}

/** Whether the browser would ask before it closes the tab. */
const asksFirst = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

it('keeps what is typed while the rest is saved', async () => {
  const { form, shelf, answer } = open()
  await form.load()
  form.change({ text: 'Open again' })
  const saving = form.save()
  form.change({ text: 'Open again at nine' })
  answer({ text: 'Open again' })
  await saving
  expect(form.draft.value).toEqual({ text: 'Open again at nine' })
  expect([form.state.value, form.isChanged.value]).toEqual(['ready', true])
  expect(shelf.kept).toContain('at nine')
  form[Symbol.dispose]()
})

it('lets no tab be closed unasked over what is not saved', async () => {
  const { form, answer } = open()
  await form.load()
  expect(asksFirst()).toBe(false)
  form.change({ text: 'Closed' })
  expect(asksFirst()).toBe(true)
  const saving = form.save()
  answer({ text: 'Closed' })
  await saving
  expect([form.state.value, asksFirst()]).toEqual(['saved', false])
  form.change({ text: 'Open' })
  form[Symbol.dispose]()
  expect(asksFirst()).toBe(false)
})

it('puts back once what the last save has replaced', async () => {
  const { form, shelf, answer } = open()
  await form.load()
  expect(form.canUndo.value).toBe(false)
  form.change({ text: 'Closed' })
  const saving = form.save()
  answer({ text: 'Closed' })
  await saving
  const undoing = form.undo()
  answer({ text: 'Open' })
  await undoing
  expect([form.stored.value, form.state.value, form.canUndo.value]).toEqual([{ text: 'Open' }, 'saved', false])
  expect(shelf.kept).toBeNull()
  form[Symbol.dispose]()
})
