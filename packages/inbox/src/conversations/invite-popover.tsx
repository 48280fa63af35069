import type { OperatorConversation } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { newId } from '../models/new-id.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { ColleagueOption } from './colleague-option.tsx'
import { NoteField } from './note-field.tsx'
import '../components/options.css'
import './transfer-popover.css'

/** Whom to ask to answer too, with what note; whose conversation it is stays as it is. */
export function InvitePopover({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { view, team, guests } = desk
  const chosen = useSignal<string | undefined>(undefined)
  const note = useSignal('')
  const there = new Set([...(head.guests ?? []), ...(head.invited ?? [])])
  const colleagues = team.present.value.filter(({ id }) => !there.has(id))
  const who = colleagues.find(({ id }) => id === chosen.value) ?? colleagues[0]
  const name = visitorInText(t, head)
  const submit = async (event: Event) => {
    event.preventDefault()
    const text = note.value.trim()
    if (!who || guests.isBusy.value) return
    const kept = text === '' ? undefined : { id: newId(), text }
    if (await guests.invite(head, who.id, kept)) view.closeLayer()
  }
  return (
    <Layer kind="popover" label={t('guests.head')} onClose={view.closeLayer}>
      <form class="transfer" onSubmit={submit}>
        <h2>{t('guests.head')}</h2>
        <div class="options" role="radiogroup" aria-label={t('guests.head')}>
          {colleagues.map((member) => (
            <ColleagueOption
              key={member.id}
              member={member}
              isForAll
              isChosen={member.id === who?.id}
              onChoose={() => {
                chosen.value = member.id
              }}
            />
          ))}
        </div>
        {!who && <p class="transfer-none">{t('guests.nobody')}</p>}
        <div class="transfer-end">
          <NoteField id="invite-note" note={note} hint={who && sentence(t('guests.willSee', { name }))} />
          <div class="options-end">
            <Button type="submit" kind="main" isDisabled={!who || guests.isBusy.value}>
              {who ? t('guests.submit', { name: who.name }) : t('keys.invite')}
            </Button>
            <Button kind="plain" onClick={view.closeLayer}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      </form>
    </Layer>
  )
}
