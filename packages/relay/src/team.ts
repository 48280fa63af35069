import { randomUUID } from 'node:crypto'
import type { Operator, OperatorChange, OperatorId } from '@deskbell/protocol'
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
  /** How somebody is called whose account is not in `operators.json` any more: as the site. */
  formerName(): string
  /** The account with this e-mail and password; an unknown e-mail costs the same time. */
  authenticate(email: string, password: string): Promise<Operator | undefined>
  withEmail(email: string): Operator | undefined
  add(account: Account, isOwner: boolean): Promise<Operator>
  /** The operator after the change; undefined when there is none. */
  change(id: OperatorId, change: OperatorChange): Operator | undefined
}

/** Conversations at once, until the owner says otherwise. */
const usualCapacity = 3

export function createTeam({ operators, settings }: Pick<SettingsStore, 'operators' | 'settings'>): Team {
  const same = (one: string, other: string) =>
    one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()
  const byEmail = (email: string) => operators.data.find((operator) => same(operator.email, email))
  return {
    all: () => operators.data.map(withoutSecrets),
    find: (id) => {
      const found = operators.data.find((operator) => operator.id === id)
      return found && withoutSecrets(found)
    },
    formerName: () => settings.data.siteName,
    withEmail: (email) => {
      const found = byEmail(email)
      return found && withoutSecrets(found)
    },
    async authenticate(email, password) {
      const found = byEmail(email)
      const isRight = await isPassword(password, found?.passwordHash ?? nobodysHash)
      return found && isRight ? withoutSecrets(found) : undefined
    },
    change(id, { capacity, languages, skills, rank }) {
      const found = operators.data.find((operator) => operator.id === id)
      if (!found) return undefined
      operators.update(() => void Object.assign(found, { capacity, languages, skills, rank }))
      return withoutSecrets(found)
    },
    async add({ name, role, email, password }, isOwner) {
      const passwordHash = await hashPassword(password)
      const account: StoredOperator = {
        id: randomUUID(),
        name,
        email,
        isOwner,
        capacity: usualCapacity,
        languages: [],
        skills: [],
        rank: 0,
        ...(role && { role }),
        passwordHash,
      }
      operators.update((all) => void all.push(account))
      return withoutSecrets(account)
    },
  }
}

/** An account written before somebody could say more of it says nothing. */
function withoutSecrets({ id, name, role, email, isOwner, capacity, ...more }: StoredOperator): Operator {
  const { languages = [], skills = [], rank = 0 } = more as Partial<StoredOperator>
  return { id, name, email, isOwner, capacity, languages, skills, rank, ...(role !== undefined && { role }) }
}
