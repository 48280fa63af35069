import { Icon, warnIcon } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { SoundChoices } from '../components/sound-choices.tsx'
import { useInbox } from '../inbox-context.ts'
import { type Bell, bells } from '../models/sounds.ts'
import { ChoiceField } from './choice-field.tsx'
import { Page } from './page.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { Trouble } from './trouble.tsx'
import './settings.css'

/** How this browser tells an operator that somebody needs them. */
export function AlertsPage() {
  const { t, desk } = useInbox()
  const menu = <SettingsMenu t={t} at="alerts" isOwner={desk.team.self.value.isOwner} />
  return (
    <Page head={t('alerts.title')} text={t('alerts.text')} menu={menu}>
      <div class="form settings-form alerts">
        <SoundPart />
        <TabPart />
        <DevicePart />
      </div>
    </Page>
  )
}

const bellNames = { desk: 'alerts.bellDesk', chime: 'alerts.bellChime', wood: 'alerts.bellWood' } as const

function SoundPart() {
  const { t, desk } = useInbox()
  const id = useId()
  const { chosen, choose } = desk.preferences
  const { bell, volume } = chosen.value
  return (
    <section class="settings-part" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('alerts.soundHead')}</h2>
      <SoundChoices />
      <ChoiceField<Bell>
        label={t('alerts.bell')}
        hint={t('alerts.silent')}
        options={bells.map((value) => ({ value, name: t(bellNames[value]) }))}
        value={bell}
        onValue={(value) => choose({ bell: value })}
      />
      <div class="form-field">
        <label for={id}>{t('alerts.volume')}</label>
        <span class="corners">
          <input
            id={id}
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={volume}
            onInput={({ currentTarget }) => choose({ volume: currentTarget.valueAsNumber })}
          />
          <Button onClick={() => desk.ring()}>{t('alerts.listen')}</Button>
        </span>
      </div>
    </section>
  )
}

const marks = [
  { name: 'titleCount', words: 'alerts.titleCount' },
  { name: 'iconDot', words: 'alerts.iconDot' },
] as const

function TabPart() {
  const { t, desk } = useInbox()
  const id = useId()
  const { chosen, choose } = desk.preferences
  return (
    <section class="settings-part" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('alerts.awayHead')}</h2>
      {marks.map(({ name, words }) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={chosen.value[name]}
            onChange={({ currentTarget }) => choose({ [name]: currentTarget.checked })}
          />
          {t(words)}
        </label>
      ))}
    </section>
  )
}

function DevicePart() {
  const { t, desk } = useInbox()
  const id = useId()
  const { state, isShown, trouble, show, push } = desk.device
  const now = state.value
  return (
    <section class="settings-part" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('alerts.deviceHead')}</h2>
      {now === 'denied' || now === 'unsupported' ? (
        <p class="form-warning">
          <Icon of={warnIcon} small />
          <span>{t(`alerts.${now}`)}</span>
        </p>
      ) : (
        <>
          <Switch isOn={() => isShown.value} onSwitch={show}>
            {t('alerts.whileOpen')}
          </Switch>
          <div class="form-field">
            <Switch isOn={() => state.value === 'on'} onSwitch={push} hint={`${id}-hint`}>
              {t('alerts.push')}
            </Switch>
            <p class="form-hint" id={`${id}-hint`}>
              {t('alerts.deviceHint')}
            </p>
          </div>
        </>
      )}
      {now !== 'unsupported' && <Wordless />}
      <Trouble t={t} of={trouble.value} />
    </section>
  )
}

interface SwitchProps {
  isOn: () => boolean
  onSwitch: (isWanted: boolean) => Promise<void>
  hint?: string
  children: ComponentChildren
}

/** What the browser or the relay may not let happen: it stands as it is in the end. */
function Switch({ isOn, onSwitch, hint, children }: SwitchProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        aria-describedby={hint}
        checked={isOn()}
        onChange={async ({ currentTarget }) => {
          await onSwitch(currentTarget.checked)
          currentTarget.checked = isOn()
        }}
      />
      {children}
    </label>
  )
}

function Wordless() {
  const { t, desk } = useInbox()
  const id = useId()
  const example = t('alerts.reply', { name: t('alerts.somebody') })
  return (
    <div class="form-field">
      <Switch isOn={() => desk.preferences.chosen.value.isWordless} onSwitch={desk.device.choose} hint={id}>
        {t('alerts.wordless')}
      </Switch>
      <p class="form-hint" id={id}>
        {t('alerts.wordlessHint', { example })}
      </p>
    </div>
  )
}
