import { signal } from '@preact/signals'
import { render, screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import type { LauncherState, WidgetContext } from '../src/panel/context.ts'
import { PersonFace } from '../src/panel/person-face.tsx'

const draw = (locale: string, state: LauncherState) =>
  render(<PersonFace state={signal(state)} context={{ locale } as WidgetContext} />)

describe('the launcher’s face', () => {
  it('has the place in the digits of the words beside it', () => {
    draw('ar-EG', { kind: 'waiting', position: 12, words: 'نحو ٦ دقائق' })
    expect(screen.getByText('١٢')).toBeTruthy()
  })

  it('counts what is unread in them', () => {
    draw('ar-EG', { kind: 'person', by: { name: 'Anna' }, unread: 3 })
    expect(screen.getByText('٣')).toBeTruthy()
  })
})
