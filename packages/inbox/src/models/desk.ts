import type { Http } from '@deskbell/client/http'
import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, Locale, Operator, OperatorConversation } from '@deskbell/protocol'
import { createModel, effect, type ReadonlySignal } from '@preact/signals'
import { ArchiveModel } from './archive.ts'
import { AttentionModel } from './attention.ts'
import { ClockModel } from './clock.ts'
import { DeviceModel } from './device.ts'
import { DraftsModel } from './drafts.ts'
import { EntryDraftsModel } from './entry-drafts.ts'
import { FilesModel } from './files.ts'
import { FilingModel } from './filing.ts'
import { GuestsModel } from './guests.ts'
import { HandlingModel } from './handling.ts'
import { HandoverModel } from './handover.ts'
import { createHub } from './hub.ts'
import type { Keep } from './kept.ts'
import { LeavingModel } from './leaving.ts'
import { LettersModel } from './letters.ts'
import { LinkModel } from './link.ts'
import { ListsModel } from './lists.ts'
import { MergingModel } from './merging.ts'
import { NoticeModel } from './notice.ts'
import { OpenConversationModel } from './open-conversation.ts'
import { tellPassedOn } from './passed-on.ts'
import { PreferencesModel } from './preferences.ts'
import { QuietModel } from './quiet.ts'
import { ReadingModel } from './reading.ts'
import { ReceiptsModel } from './receipts.ts'
import type { SoundChoice, Sounds } from './sounds.ts'
import { TeamModel } from './team.ts'
import { TypingModel } from './typing.ts'
import { tellUnsent } from './unsent.ts'
import { ViewModel } from './view.ts'

export interface DeskGiven {
  http: Http
  connection: OperatorConnection
  operator: Operator
  keep: Keep
  sounds: (chosen: () => SoundChoice) => Sounds
  /** What is spoken here now. */
  locale: () => Locale
  openId: ReadonlySignal<ConversationId | undefined>
  show: (id: ConversationId | undefined) => void
  nameOf: (head: OperatorConversation) => string
  /** Whether to go on duty with the first welcome. Asked once. */
  takeWish: () => boolean
  /** The relay wants no connection from this session any more. */
  refused: () => void
}

/** Everything behind the inbox of one signed-in operator. Disposing of it ends the connection. */
export const DeskModel = createModel((given: DeskGiven) => {
  const { http, locale, connection, operator, keep, openId, show, nameOf } = given
  const hub = createHub(connection)
  const clock = new ClockModel()
  const link = new LinkModel(connection)
  const team = new TeamModel(connection, operator)
  const lists = new ListsModel({ connection, selfId: operator.id, now: clock.now, openId })
  const drafts = new DraftsModel(keep, connection)
  const letters = new LettersModel({ connection, link, keep, accepted: hub.tell })
  const typing = new TypingModel(connection)
  const notice = new NoticeModel()
  const files = new FilesModel({ connection, link, drafts, notice })
  const leaving = new LeavingModel(notice)
  const preferences = new PreferencesModel(keep)
  const sounds = given.sounds(() => preferences.chosen.peek())
  const device = new DeviceModel({ http, locale, preferences, isUp: link.isUp })
  const view = new ViewModel()
  const archive = new ArchiveModel(http)
  const taken = () => view.write('message')
  const isOpen = (id: ConversationId) => openId.peek() === id
  const handling = new HandlingModel({ connection, lists, team, notice, nameOf, show, isOpen, taken })
  const ring = () => void (preferences.chosen.peek().soundWaiting && sounds.waiting())
  const handover = new HandoverModel({ connection, lists, team, notice, nameOf, show, ring })
  const guests = new GuestsModel({ connection, lists, team, notice, joined: taken })
  const filing = new FilingModel({ connection, lists, notice, nameOf, show, take: handling.take })
  const merging = new MergingModel({ connection, lists, notice })
  const receipts = new ReceiptsModel({ connection, link, lists, openId })
  const reading = new ReadingModel({ connection, link, team, openId, isVisible: receipts.isVisible })
  tellPassedOn({ lists, team, notice, nameOf })
  tellUnsent({ letters, lists, notice, nameOf, isOpen, show })
  const selfId = operator.id
  const quiet = new QuietModel({ connection, team, clock, notice })
  const attention = new AttentionModel({ lists, clock, preferences, sounds, quiet, selfId, team })

  effect(() =>
    connection.on('operator:welcome', ({ now }) => {
      clock.set(now)
      if (given.takeWish()) void handling.setDuty(true)
    }),
  )
  effect(() => {
    if (link.state.value === 'refused') given.refused()
  })
  effect(() => () => {
    hub.close()
    connection.close()
  })

  /** The conversation on screen, opened for one of its messages or not; whoever asks for it disposes of it. */
  function openConversation(id: ConversationId, sought?: number) {
    return new OpenConversationModel({ id, sought, connection, hub, link, lists, isVisible: receipts.isVisible })
  }

  const known = { clock, link, team, lists, drafts, files, letters, typing, reading, notice, preferences, view, device }
  const entryDrafts = new EntryDraftsModel(keep)
  const doing = { handling, handover, guests, merging, filing, attention, archive, receipts, leaving, entryDrafts }
  return { ...known, ...doing, quiet, openConversation, ring: () => sounds.waiting() }
})

export type Desk = InstanceType<typeof DeskModel>
