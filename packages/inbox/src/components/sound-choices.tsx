import { useInbox } from '../inbox-context.ts'

const sounds = [
  { name: 'soundWaiting', words: 'duty.soundWaiting' },
  { name: 'soundReply', words: 'duty.soundReply' },
  { name: 'soundQuestion', words: 'duty.soundQuestion' },
] as const

/** What rings. */
export function SoundChoices() {
  const { t, desk } = useInbox()
  const { chosen, choose } = desk.preferences
  return (
    <>
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
    </>
  )
}
