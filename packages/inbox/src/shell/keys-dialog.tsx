import type { InboxKey } from '@deskbell/locales'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { modifierKey } from '../words/keys.ts'
import './keys-dialog.css'

type Row = readonly [keys: readonly string[], words: InboxKey, whose?: 'owners']
interface Group {
  head: InboxKey
  rows: readonly Row[]
}

const groups: readonly Group[] = [
  {
    head: 'keys.lists',
    rows: [
      [['J'], 'keys.next'],
      [['K'], 'keys.previous'],
      [['N'], 'keys.takeNext'],
      [['U'], 'keys.nextUnread'],
      [['/'], 'archive.label'],
      [['1'], 'lists.waiting'],
      [['2'], 'lists.mine'],
      [['3'], 'lists.questions'],
      [['4'], 'lists.team'],
      [['5'], 'lists.closed'],
    ],
  },
  {
    head: 'keys.conversation',
    rows: [
      [['R'], 'keys.reply'],
      [['M'], 'keys.note'],
      [['T'], 'keys.transfer'],
      [['I'], 'keys.invite'],
      [['B'], 'merge.head'],
      [['F'], 'keys.followUp'],
      [['L'], 'keys.label'],
      [['E'], 'keys.close'],
      [['C'], 'keys.card'],
    ],
  },
  {
    head: 'keys.writing',
    rows: [
      [['↵'], 'keys.send'],
      [['⇧', '↵'], 'keys.newLine'],
      [[modifierKey, 'J'], 'keys.answer'],
      [['/'], 'canned.label'],
      [['Tab'], 'keys.nextGap'],
      [['Esc'], 'keys.escape'],
    ],
  },
  {
    head: 'keys.goTo',
    rows: [
      [['G', 'C'], 'shell.conversations'],
      [['G', 'E'], 'shell.entries'],
      [['G', 'W'], 'shell.waits', 'owners'],
      [['G', 'S'], 'shell.settings'],
    ],
  },
  {
    head: 'keys.anywhere',
    rows: [
      [[modifierKey, 'K'], 'palette.label'],
      [['G', 'A'], 'keys.away'],
      [['Z'], 'line.undo'],
      [['?'], 'keys.these'],
    ],
  },
]

/** Every key and what it does; single letters can be switched off. */
export function KeysDialog() {
  const { t, desk } = useInbox()
  const { chosen, choose } = desk.preferences
  const areOn = chosen.value.letterKeys
  const { isOwner } = desk.team.self.value
  return (
    <Layer kind="dialog" label={t('keys.head')} onClose={desk.view.closeLayer}>
      <h2>{t('keys.head')}</h2>
      <div class="keys">
        {groups.map(({ head, rows }) => (
          <div key={head}>
            <h3>{t(head)}</h3>
            <dl>
              {rows
                .filter(([, , whose]) => isOwner || whose !== 'owners')
                .map(([keys, words]) => (
                  <div key={words}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{t(words)}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
      <div class="layer-foot">
        <span>{t(areOn ? 'keys.foot' : 'keys.isOff')}</span>
        <button type="button" class="link" onClick={() => choose({ letterKeys: !areOn })}>
          {t(areOn ? 'keys.off' : 'keys.on')}
        </button>
      </div>
    </Layer>
  )
}
