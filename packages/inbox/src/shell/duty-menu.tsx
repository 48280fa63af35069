import { Button } from '../components/button.tsx'
import { DutyFace } from '../components/duty-face.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import './duty-menu.css'

/** On duty or away, what rings, and the way out. */
export function DutyMenu() {
  const { t, desk, signOut } = useInbox()
  const { team, view, handling } = desk
  const isOnDuty = team.isOnDuty.value
  const { name, email } = team.self.value
  const switchDuty = () => {
    view.closeLayer()
    void handling.setDuty(!isOnDuty)
  }
  return (
    <Layer kind="menu" label={t('duty.menu')} onClose={view.closeLayer}>
      <div class="duty-menu">
        <p class="duty-who">
          <DutyFace name={name} isOnDuty={isOnDuty} />
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>
            <small>
              <bdi>{email}</bdi>
            </small>
          </span>
        </p>
        <p class="quiet">{t(isOnDuty ? 'duty.onDutyText' : 'duty.awayText')}</p>
        <Button kind={isOnDuty ? 'usual' : 'main'} onClick={switchDuty} isDisabled={!desk.link.isUp.value}>
          {t(isOnDuty ? 'duty.goAway' : 'duty.goOnDuty')}
        </Button>
        <SoundChoices />
        <div class="duty-foot">
          <Button kind="plain" class="for-keys" keyName="?" onClick={() => view.open('keys')}>
            {t('duty.keys')}
          </Button>
          <Button kind="plain" onClick={signOut}>
            {t('duty.signOut')}
          </Button>
        </div>
      </div>
    </Layer>
  )
}

const sounds = [
  { name: 'soundWaiting', words: 'duty.soundWaiting' },
  { name: 'soundReply', words: 'duty.soundReply' },
] as const

function SoundChoices() {
  const { t, desk } = useInbox()
  const { chosen, choose } = desk.preferences
  return (
    <fieldset class="duty-sounds">
      <legend>{t('duty.sounds')}</legend>
      {sounds.map(({ name, words }) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={chosen.value[name]}
            onChange={(event) => choose({ [name]: event.currentTarget.checked })}
          />
          {t(words)}
        </label>
      ))}
    </fieldset>
  )
}
