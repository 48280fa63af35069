import { randomUUID } from 'node:crypto'
import {
  accepted,
  type Colleague,
  nameKey,
  type Operator,
  type OperatorChange,
  type OperatorId,
  type Person,
  type PictureId,
  type Refusal,
  type Reply,
  refused,
  type ShownChange,
} from '@deskbell/protocol'
import { hashPassword, isPassword, nobodysHash } from './passwords.ts'
import type { SettingsStore, StoredOperator } from './store/settings-store.ts'

export interface Account {
  name: string
  role?: string
  email: string
  password: string
}

/** The operators' accounts. */
export interface Team {
  all(): readonly Operator[]
  find(id: OperatorId): Operator | undefined
  /** Who has this id and may sign in. */
  admitted(id: OperatorId): Operator | undefined
  withEmail(email: string): Operator | undefined
  /** Whether somebody who speaks for the shop bears this name, however it is written: on the team, formerly, or the site itself. */
  isCalled(name: string): boolean
  former(): readonly Colleague[]
  /** How somebody is called, also who is not on the team any more; nobody ever heard of is called as the site. */
  person(id: OperatorId): Person
  /** The account with this e-mail and password; an unknown e-mail costs the same time. */
  authenticate(email: string, password: string): Promise<Operator | undefined>
  /** Why there can't be another operator with this name and address; names are told apart by eye. */
  takenOf(account: Pick<Account, 'name' | 'email'>): Refusal | undefined
  /** Refused where name or address were taken meanwhile. */
  add(account: Account, isOwner: boolean): Promise<Reply<Operator>>
  /** What visitors see from now on; without a role, none. */
  show(id: OperatorId, shown: ShownChange): Reply<Operator>
  /** The operator with this picture, or with none; undefined when there is no operator. */
  setPicture(id: OperatorId, picture: PictureId | undefined): Operator | undefined
  /** The operator after the change; undefined when there is none. */
  change(
    id: OperatorId,
    change: Partial<OperatorChange & Pick<Operator, 'isOwner' | 'isDisabled' | 'locale'>>,
  ): Operator | undefined
  setPassword(id: OperatorId, password: string): Promise<Operator | undefined>
  /** Whether nobody else is an owner who may sign in. */
  isLastOwner(id: OperatorId): boolean
  /** Off the team, as if there were no such account, until they are restored or removed. */
  leave(id: OperatorId, now: number): void
  /** Who has left and is not removed yet, on the team again. Refused where name or address are somebody else's by now. */
  restore(id: OperatorId): Reply<Operator>
  /** Who left before. */
  leftBefore(moment: number): readonly StoredOperator[]
  /** Of who is removed, name and role are kept for the transcripts, and nothing else. */
  remove(id: OperatorId): void
}

/** Conversations at once, until the owner says otherwise. */
const usualCapacity = 3

/** The same text for all ways to write one address. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').toLowerCase()
}

type Kept = Pick<SettingsStore, 'operators' | 'formerOperators' | 'settings'>

export function createTeam(kept: Kept): Team {
  const { operators } = kept
  return {
    all: () => there(kept).map(withoutSecrets),
    find: (id) => shown(byId(kept, id)),
    admitted: (id) => shown(admitted(byId(kept, id))),
    isCalled: (name) => isCalled(kept, name),
    former: () => former(kept),
    withEmail: (email) => shown(byEmail(kept, email)),
    person: (id) => personOf(kept, id),
    isLastOwner: (id) => !there(kept).some((operator) => admitted(operator)?.isOwner && operator.id !== id),
    takenOf: (account) => takenOf(kept, account),
    ...accounts(kept),
    show: (id, next) => show(kept, id, next),
    setPicture: (id, picture) => setPicture(kept, id, picture),
    change(id, change) {
      const found = byId(kept, id)
      if (found) operators.update(() => void Object.assign(found, change))
      return shown(found)
    },
    ...departures(kept),
  }
}

/** How somebody leaves: back for a while, and then as a name. */
function departures(kept: Kept): Pick<Team, 'leave' | 'restore' | 'leftBefore' | 'remove'> {
  const { operators, formerOperators } = kept
  return {
    leave(id, now) {
      const found = byId(kept, id)
      if (found) operators.update(() => void Object.assign(found, { removedAt: now }))
    },
    restore(id) {
      const found = operators.data.find((operator) => operator.id === id && operator.removedAt !== undefined)
      if (!found) return refused('unknown-operator')
      const taken = takenOf(kept, found)
      if (taken) return refused(taken)
      operators.update(() => void delete found.removedAt)
      return accepted(withoutSecrets(found))
    },
    leftBefore: (moment) => operators.data.filter(({ removedAt = moment }) => removedAt < moment),
    remove(id) {
      const found = operators.data.find((operator) => operator.id === id)
      if (!found) return
      formerOperators.data = [...formerOperators.data.filter((one) => one.id !== id), colleagueOf(found)]
      formerOperators.write()
      operators.data = operators.data.filter((operator) => operator !== found)
      operators.write()
      // Once more, so that the last good copy does not have them either.
      operators.write()
    },
  }
}

/** What has to do with passwords, and so takes its time: meanwhile the account may have become another. */
function accounts(kept: Kept): Pick<Team, 'authenticate' | 'add' | 'setPassword'> {
  const { operators } = kept
  return {
    async authenticate(email, password) {
      const passwordHash = byEmail(kept, email)?.passwordHash ?? nobodysHash
      const isRight = await isPassword(password, passwordHash)
      const found = admitted(byEmail(kept, email))
      return found && isRight && found.passwordHash === passwordHash ? withoutSecrets(found) : undefined
    },
    async add({ name, role, email, password }, isOwner) {
      const passwordHash = await hashPassword(password)
      const taken = takenOf(kept, { name, email })
      if (taken) return refused(taken)
      const said = { languages: [], skills: [], rank: 0, ...(role && { role }) }
      const account = { id: randomUUID(), name, email, isOwner, capacity: usualCapacity, ...said, passwordHash }
      operators.update((all) => void all.push(account))
      return accepted(withoutSecrets(account))
    },
    async setPassword(id, password) {
      const passwordHash = await hashPassword(password)
      const found = admitted(byId(kept, id))
      if (found) operators.update(() => void Object.assign(found, { passwordHash }))
      return shown(found)
    },
  }
}

function takenOf(kept: Kept, { name, email }: Pick<Account, 'name' | 'email'>): Refusal | undefined {
  if (byEmail(kept, email)) return 'email-taken'
  return isNameTaken(kept, name) ? 'name-taken' : undefined
}

/** By a colleague of whose name it is to be: who is gone may come again, and the site may be called as its owner. */
function isNameTaken(kept: Kept, name: string, of?: OperatorId): boolean {
  return there(kept).some((operator) => operator.id !== of && nameKey(operator.name) === nameKey(name))
}

function show(kept: Kept, id: OperatorId, { name, role }: ShownChange): Reply<Operator> {
  const found = byId(kept, id)
  if (!found) return refused('unknown-operator')
  if (isNameTaken(kept, name, id)) return refused('name-taken')
  kept.operators.update(() => {
    found.name = name
    delete found.role
    if (role) found.role = role
  })
  return accepted(withoutSecrets(found))
}

function setPicture(kept: Kept, id: OperatorId, picture: PictureId | undefined): Operator | undefined {
  const found = byId(kept, id)
  if (!found) return undefined
  kept.operators.update(() => {
    delete found.picture
    if (picture !== undefined) found.picture = picture
  })
  return withoutSecrets(found)
}

function there({ operators }: Kept): StoredOperator[] {
  return operators.data.filter(({ removedAt }) => removedAt === undefined)
}

function byId(kept: Kept, id: OperatorId): StoredOperator | undefined {
  return there(kept).find((operator) => operator.id === id)
}

/** Who was removed, those who could still be restored too. */
function former({ operators, formerOperators }: Kept): readonly Colleague[] {
  return [
    ...formerOperators.data,
    ...operators.data.filter(({ removedAt }) => removedAt !== undefined).map(colleagueOf),
  ]
}

function colleagueOf({ id, name, role }: StoredOperator): Colleague {
  return { id, name, ...(role !== undefined && { role }) }
}

function byEmail(kept: Kept, email: string): StoredOperator | undefined {
  return there(kept).find((operator) => emailKey(operator.email) === emailKey(email))
}

function personOf(kept: Kept, id: OperatorId): Person {
  const found = byId(kept, id) ?? former(kept).find((one) => one.id === id)
  const { name = kept.settings.data.siteName, role, picture } = found ?? {}
  const person = role ? { name, role } : { name }
  return picture === undefined ? person : { ...person, picture }
}

function admitted(found: StoredOperator | undefined): StoredOperator | undefined {
  return found?.isDisabled ? undefined : found
}

function shown(found: StoredOperator | undefined): Operator | undefined {
  return found && withoutSecrets(found)
}

/** An account written before somebody could say more of it says nothing. */
function withoutSecrets({ id, name, role, email, isOwner, capacity, ...rest }: StoredOperator): Operator {
  const { languages = [], skills = [], rank = 0, locale, isDisabled, picture } = rest as Partial<StoredOperator>
  const said = { languages, skills, rank, ...(role !== undefined && { role }), ...(locale !== undefined && { locale }) }
  const more = { ...(isDisabled && { isDisabled }), ...(picture !== undefined && { picture }) }
  return { id, name, email, isOwner, capacity, ...said, ...more }
}

function isCalled({ operators, formerOperators, settings }: Kept, name: string): boolean {
  const key = nameKey(name)
  const speakers = [...operators.data, ...formerOperators.data, { name: settings.data.siteName }]
  return speakers.some((speaker) => nameKey(speaker.name) === key)
}
