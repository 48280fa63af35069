import { Button } from '../components/button.tsx'
import { DutyFace } from '../components/duty-face.tsx'
import { Layer } from '../components/layer.tsx'
import { lazily } from '../components/lazily.tsx'
import { SoundChoices } from '../components/sound-choices.tsx'
import { useInbox } from '../inbox-context.ts'
import { DutySwitch } from './duty-switch.tsx'
import { QuietChoice } from './quiet-choice.tsx'
import './duty-menu.css'

const ShiftLine = lazily(async () => (await import('./shift-line.tsx')).ShiftLine)

/** On duty or away and how long, what rings, and the way out. */
export function DutyMenu() {
  const { t, desk, router, signOut } = useInbox()
  const { team, view, notice } = desk
  const leave = async () => {
    const trouble = await signOut()
    if (!trouble) return
    view.closeLayer()
    notice.show({ text: trouble, isRefusal: true })
  }
  const toAccount = () => {
    view.closeLayer()
    router.go({ page: 'account' })
  }
  const { name, email } = team.self.value
  return (
    <Layer kind="menu" label={t('duty.menu')} onClose={view.closeLayer}>
      <div class="duty-menu">
        <p class="duty-who">
          <DutyFace of={team.self.value} isOnDuty={team.isOnDuty.value} isQuiet={desk.quiet.isOn.value} />
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>
            <small>
              <bdi>{email}</bdi>
            </small>
          </span>
        </p>
        <DutySwitch />
        <ShiftLine />
        <QuietChoice />
        <fieldset class="duty-sounds">
          <legend>{t('duty.sounds')}</legend>
          <SoundChoices />
        </fieldset>
        <div class="duty-foot">
          <Button kind="plain" class="for-keys" keyName="?" onClick={() => view.open('keys')}>
            {t('duty.keys')}
          </Button>
          <Button kind="plain" onClick={toAccount}>
            {t('ownAccount.title')}
          </Button>
          <Button kind="plain" onClick={leave}>
            {t('duty.signOut')}
          </Button>
        </div>
      </div>
    </Layer>
  )
}
