import { email as emailGuard, limits, parse } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { type Wording, wording } from './wording.ts'

export interface Account {
  name: string
  role: string
  email: string
  password: string
}

export type AccountField = keyof Account
type TakenField = 'name' | 'email'
type Faults = Partial<Record<AccountField, Wording>>

/** The four fields of an operator's account. What is wrong is told only after the first try to go on, then as they type. */
export const AccountModel = createModel((given: Partial<Account>) => {
  const fields = {
    name: signal(given.name ?? ''),
    role: signal(given.role ?? ''),
    email: signal(given.email ?? ''),
    password: signal(given.password ?? ''),
  }
  const isAsked = signal(false)
  const taken = signal<Partial<Record<TakenField, string>>>({})
  const typed = computed(() => ({
    name: fields.name.value.trim(),
    role: fields.role.value.trim(),
    email: fields.email.value.trim(),
    password: fields.password.value,
  }))
  const faults = computed<Faults>(() => {
    const found = isAsked.value ? faultsOf(typed.value) : {}
    const isTaken = (field: TakenField) => taken.value[field] === typed.value[field]
    return {
      ...found,
      ...(isTaken('name') && { name: wording('refusal.name-taken') }),
      ...(isTaken('email') && { email: wording('refusal.email-taken') }),
    }
  })

  /** Whether all fields may be sent; from now on the faults are told. */
  function isComplete(): boolean {
    isAsked.value = true
    return Object.keys(faultsOf(typed.value)).length === 0
  }

  /** A colleague has what is typed there. */
  function refuse(field: TakenField): void {
    taken.value = { ...taken.peek(), [field]: typed.value[field] }
  }

  return { fields, typed, faults, isComplete, refuse }
})

export type AccountForm = InstanceType<typeof AccountModel>

/** What travels: an empty role is none. */
export function accountToSend({ role, ...account }: Account): Omit<Account, 'role'> & { role?: string } {
  return role ? { ...account, role } : account
}

function faultsOf(account: Account): Faults {
  const entries = Object.entries({
    ...shownFaults(account),
    email: emailFault(account.email),
    password: passwordFault(account.password),
  })
  return Object.fromEntries(entries.filter(([, fault]) => fault !== undefined))
}

/** What is wrong with what visitors are to see; undefined where nothing is. */
export function shownFaults({ name, role }: Pick<Account, 'name' | 'role'>) {
  return { name: nameFault(name), role: lengthFault(role, limits.roleLength) }
}

function nameFault(name: string): Wording | undefined {
  return name === '' ? wording('account.nameMissing') : lengthFault(name, limits.nameLength)
}

function emailFault(email: string): Wording | undefined {
  if (email === '') return wording('account.emailMissing')
  return parse(emailGuard, email).ok ? undefined : wording('account.emailIncomplete')
}

export function passwordFault({ length }: string): Wording | undefined {
  if (length < limits.passwordMinimum) {
    return wording('account.passwordShort', { count: limits.passwordMinimum - length })
  }
  return length > limits.passwordLength ? wording('account.passwordLong', { most: limits.passwordLength }) : undefined
}

function lengthFault({ length }: string, most: number): Wording | undefined {
  return length > most ? wording('account.tooLong', { most }) : undefined
}
