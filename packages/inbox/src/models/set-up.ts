import type { Http } from '@deskbell/client/http'
import { type Locale, limits, type Operator, type SetUp } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { AccountModel, accountToSend } from './account.ts'
import { OriginListModel } from './origin-list.ts'
import { suggestPassword } from './suggested-password.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

export type SetUpStep = 'checking' | 'link-used' | 'unreachable' | 'you' | 'site' | 'answers' | 'done'

export interface SetUpGiven {
  http: Http
  token: string
  locale: Locale
  /** Called once, when the account is made and its session has begun. */
  signedIn: (operator: Operator) => void
}

/** What the relay says to a link that is good. */
interface SetUpReply {
  isDemo: boolean
  hasEntries?: boolean
  /** As the widget is drawn until the settings say otherwise. */
  accent?: string
}

const demoAccount = { name: 'Anna', role: 'Orders and delivery', email: 'anna@holm.example' }
const demoSite = 'Holm Ceramics'

/** The set-up behind the one-time link: the owner, then the site. The demo comes filled in. */
export const SetUpModel = createModel(({ http, token, locale: suggestedLocale, signedIn }: SetUpGiven) => {
  const step = signal<SetUpStep>('checking')
  const given = signal<SetUpReply>({ isDemo: false })
  const account = new AccountModel({})
  const siteName = signal('')
  const locale = signal(suggestedLocale)
  const origins = new OriginListModel(signal([]))
  const isBusy = signal(false)
  const isSiteAsked = signal(false)
  const siteFault = computed(() => (isSiteAsked.value ? siteNameFault(siteName.value.trim()) : undefined))
  const trouble = signal<Wording | undefined>(undefined)

  async function check(): Promise<void> {
    step.value = 'checking'
    const answer = await http.send<SetUpReply>('POST', '/api/set-up/look', { token })
    if (!answer.ok) step.value = answer.refusal === 'unreachable' ? 'unreachable' : 'link-used'
    else begin(answer.value)
  }

  function begin(reply: SetUpReply): void {
    given.value = reply
    if (reply.isDemo) {
      for (const [field, text] of Object.entries(demoAccount))
        account.fields[field as keyof typeof demoAccount].value = text
      account.fields.password.value = suggestPassword()
      siteName.value = demoSite
    }
    step.value = 'you'
  }

  function next(): void {
    if (account.isComplete()) step.value = 'site'
  }

  const goTo = (next: SetUpStep) => () => {
    step.value = next
  }

  async function finish(): Promise<void> {
    isSiteAsked.value = true
    const isReady = origins.add() && !siteFault.value
    if (!isReady || isBusy.value) return
    isBusy.value = true
    trouble.value = undefined
    const site = { siteName: siteName.value.trim(), locale: locale.value, origins: origins.origins.value }
    const setUp: SetUp = { token, ...accountToSend(account.typed.value), ...site }
    const answer = await http.send<{ operator: Operator }>('POST', '/api/set-up', setUp)
    isBusy.value = false
    if (answer.ok) {
      signedIn(answer.value.operator)
      step.value = given.value.hasEntries ? 'done' : 'answers'
    } else if (answer.refusal === 'link-used') step.value = 'link-used'
    else trouble.value = refusalWording(answer)
  }

  return {
    ...{ step, given, account, siteName, locale, origins, isBusy, siteFault, trouble },
    ...{ check, next, back: goTo('you'), finish, goOn: goTo('done') },
  }
})

export type SetUpForm = InstanceType<typeof SetUpModel>

/** What is wrong with the name of a site, already trimmed. */
export function siteNameFault(name: string): Wording | undefined {
  if (name === '') return wording('setUp.siteNameMissing')
  return name.length > limits.nameLength ? wording('account.tooLong', { most: limits.nameLength }) : undefined
}
