import type { InboxTranslate } from '@deskbell/locales'
import type { OperatorConversation } from '@deskbell/protocol'
import { alongIcon, Icon, labelIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { newId } from '../models/new-id.ts'
import { TransferChoiceModel } from '../models/transfer-choice.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { ColleagueOption } from './colleague-option.tsx'
import { NoteField } from './note-field.tsx'
import '../components/options.css'
import './transfer-popover.css'

/** To whom, with what note; and what the visitor will read of it. */
export function TransferPopover({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { view, team, handover } = desk
  const model = useModel(() => new TransferChoiceModel(team.present))
  const { query, note, found, to } = model
  const name = visitorInText(t, head)
  const toName = team.members.value.find(({ id }) => id === to.value)?.name
  const skill = model.skills.value.find(({ id }) => id === to.value)?.skill
  const isTyping = query.value.trim() !== ''
  const submit = async (event: Event) => {
    event.preventDefault()
    if (to.value === undefined || handover.isBusy.value || model.noteIsTooLong.value) return
    const text = note.value.trim()
    const kept = text === '' ? {} : { note: { id: newId(), text } }
    const target = skill === undefined ? { to: to.value } : { to: 'line' as const, skill }
    if (await handover.transfer(head, { ...target, ...kept })) view.closeLayer()
  }
  return (
    <Layer kind="popover" label={t('transfer.head', { name })} onClose={view.closeLayer}>
      <form class="transfer" onSubmit={submit}>
        <h2>{t('transfer.head', { name })}</h2>
        {team.present.value.length > 0 && (
          <input
            class="form-input transfer-filter"
            type="text"
            aria-label={t('transfer.filter')}
            placeholder={t('transfer.filter')}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value
              model.chosen.value = undefined
            }}
          />
        )}
        <Choices model={model} />
        {found.value.length + model.skills.value.length === 0 && (
          <p class="transfer-none">{t(isTyping ? 'transfer.noMatch' : 'transfer.nobody')}</p>
        )}
        <div class="transfer-end">
          <NoteField
            id="transfer-note"
            note={note}
            hint={toName ? sentence(t('transfer.willSee', { name, to: toName })) : t('transfer.noteHint')}
          />
          <div class="options-end">
            <Button type="submit" kind="main" isDisabled={handover.isBusy.value}>
              {toName ? t('transfer.submit', { name: toName }) : lineWords(t, skill)}
            </Button>
            <Button kind="plain" onClick={view.closeLayer}>
              {t('common.cancel')}
            </Button>
            {team.present.value.length > 0 && (
              <Button kind="plain" keyName="I" onClick={() => view.open('invite')}>
                {t('guests.instead')}
              </Button>
            )}
          </div>
        </div>
      </form>
    </Layer>
  )
}

function lineWords(t: InboxTranslate, skill: string | undefined): string {
  return skill === undefined ? t('transfer.toLine') : t('transfer.toSkill', { skill })
}

function Choices({ model }: { model: InstanceType<typeof TransferChoiceModel> }) {
  const { t } = useInbox()
  const { found, skills, to, chosen } = model
  const choose = (id: string) => () => {
    chosen.value = id
  }
  return (
    <div class="options" role="radiogroup" aria-label={t('conversation.transfer')}>
      {found.value.map((member) => (
        <ColleagueOption
          key={member.id}
          member={member}
          isChosen={to.value === member.id}
          onChoose={choose(member.id)}
        />
      ))}
      {skills.value.map((choice) => (
        <label key={choice.id} class="option">
          <input type="radio" name="colleague" checked={to.value === choice.id} onChange={choose(choice.id)} />
          <Icon of={labelIcon} />
          <span>{t('transfer.skill', { skill: choice.skill })}</span>
          <span class="option-end">{t('transfer.onDuty', { number: choice.count })}</span>
        </label>
      ))}
      <label class="option">
        <input type="radio" name="colleague" checked={to.value === 'line'} onChange={choose('line')} />
        <Icon of={alongIcon} />
        <span>
          {t('transfer.line')}
          <small>{t('transfer.linePlace')}</small>
        </span>
      </label>
    </div>
  )
}
