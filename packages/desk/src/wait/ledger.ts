import type { ConversationId, Locale, OperatorId } from '@deskbell/protocol'
import { languageOf, speaks } from '../eligible.ts'
import { Arrivals } from './arrivals.ts'
import type { LineEvent } from './events.ts'
import { Patience } from './patience.ts'
import { PickUp } from './pick-up.ts'
import { type Member, Staff } from './staff.ts'
import { Works } from './works.ts'

/** What a visitor asks of an operator. */
export interface Needs {
  needs: readonly string[]
  language?: Locale
}

export interface InLine {
  conversationId: ConversationId
  asks: Needs
  /** The name of the class: who shares one shares the operators. */
  needs: string
  priority: number
  askedAt: number
  /** When this wait began, in seconds. */
  joinedAt: number
}

/** A conversation that runs. */
export interface Running {
  operatorId: OperatorId
  needs: string
  priority: number
  askedAt: number
  assignedAt: number
  /** The operator's load, summed over time, when this began. */
  loadBefore: number
}

interface Load {
  count: number
  /** Conversations times seconds until `at`. */
  sum: number
  at: number
}

type Of<K extends LineEvent['kind']> = Extract<LineEvent, { kind: K }>

/** Everything the estimate rests on, followed event by event. Times in seconds since 1970. */
export class Ledger {
  readonly line: InLine[] = []
  readonly running = new Map<ConversationId, Running>()
  readonly classes = new Map<string, Needs>()
  readonly works = new Works()
  readonly patience = new Patience()
  readonly staff = new Staff()
  readonly arrivals = new Arrivals()
  readonly pickUp = new PickUp()
  /** Seconds a no-show holds its place, averaged. */
  noShowSeconds = 60
  readonly #loads = new Map<OperatorId, Load>()

  see(event: LineEvent): void {
    const at = event.at / 1000
    this.#follow(event, at)
    const isFree = this.staff.onDuty().some(({ operatorId, capacity }) => this.#load(operatorId, at).count < capacity)
    this.pickUp.free(isFree, at)
  }

  #follow(event: LineEvent, at: number): void {
    switch (event.kind) {
      case 'roster':
        this.staff.plan(event.shifts)
        return
      case 'operator':
        this.staff.changed(event, at)
        this.line.forEach((each, index) => {
          this.line[index] = { ...each, needs: this.classify(each.asks) }
        })
        return
      case 'joined':
        this.#joined(event, at)
        return
      case 'assigned':
        this.#assigned(event, at)
        return
      case 'transferred':
        this.#transferred(event, at)
        return
      case 'ended':
        this.#ended(event, at)
        return
      case 'left':
        this.#left(event, at)
    }
  }

  /** The mean load of a running conversation's operator since it began. */
  meanLoad({ operatorId, assignedAt, loadBefore }: Running, at: number): number {
    const { sum, count } = this.#load(operatorId, at)
    return at > assignedAt ? (sum - loadBefore) / (at - assignedAt) : count
  }

  /**
   * The name of the class; a language belongs to it as long as somebody on duty who could serve speaks it. The last line of
   * the name is the language, so that a skill called `it` is no Italian.
   */
  classify({ needs, language }: Needs): string {
    const isSpoken =
      language !== undefined &&
      this.staff.onDuty().some((member) => canServe(member, { needs }) && speaks(member, language))
    const asked: Needs = isSpoken ? { needs, language } : { needs }
    const name = [...needs.toSorted(), isSpoken ? languageOf(language) : ''].join('\n')
    this.classes.set(name, asked)
    return name
  }

  serves(member: Pick<Member, 'skills' | 'languages'>, name: string): boolean {
    return canServe(member, this.classes.get(name) ?? { needs: [] })
  }

  /**
   * Whether who waits in one class and came before is served before another class: they need the same skills, and whoever
   * serves the other serves them too.
   */
  comesBefore(name: string, other: string): boolean {
    if (name === other) return true
    if (skillsOf(name) !== skillsOf(other)) return false
    const able = this.staff.onDuty().filter((member) => this.serves(member, other))
    return able.length > 0 && able.every((member) => this.serves(member, name))
  }

  /** Whether anybody on duty has what this class needs. */
  isServed(name: string): boolean {
    return this.staff.onDuty().some((member) => this.serves(member, name))
  }

  #load(operatorId: OperatorId, at: number): Load {
    const load = this.#loads.get(operatorId) ?? { count: 0, sum: 0, at }
    const told = { count: load.count, sum: load.sum + load.count * Math.max(0, at - load.at), at }
    this.#loads.set(operatorId, told)
    return told
  }

  #joined({ conversationId, needs, language, priority, askedAt }: Of<'joined'>, at: number): void {
    const asks: Needs = language === undefined ? { needs } : { needs, language }
    const name = this.classify(asks)
    const joining = { conversationId, asks, needs: name, priority, askedAt: askedAt / 1000, joinedAt: at }
    const behind = this.line.findLastIndex((other) => isAhead(other, joining))
    this.line.splice(behind + 1, 0, joining)
    if (joining.askedAt >= at - 1) this.arrivals.add(priority, name, at)
  }

  #leaveLine(conversationId: ConversationId): InLine | undefined {
    const index = this.line.findIndex((each) => each.conversationId === conversationId)
    return index < 0 ? undefined : this.line.splice(index, 1)[0]
  }

  #assigned({ conversationId, operatorId }: Of<'assigned'>, at: number): void {
    const waited = this.#leaveLine(conversationId)
    if (waited) {
      this.patience.ended(at - waited.joinedAt, false)
      this.pickUp.taken(waited.joinedAt, at)
    }
    const load = this.#load(operatorId, at)
    load.count += 1
    const { needs, priority, askedAt, joinedAt } = waited ?? { needs: '', priority: 1, askedAt: at, joinedAt: at }
    this.running.set(conversationId, { operatorId, needs, priority, askedAt, assignedAt: at, loadBefore: load.sum })
    this.#waits.set(conversationId, at - joinedAt)
  }

  readonly #waits = new Map<ConversationId, number>()

  #transferred({ conversationId, operatorId }: Of<'transferred'>, at: number): void {
    const running = this.running.get(conversationId)
    if (!running) return
    this.#load(running.operatorId, at).count -= 1
    const load = this.#load(operatorId, at)
    const loadBefore = load.sum - this.meanLoad(running, at) * (at - running.assignedAt)
    load.count += 1
    this.running.set(conversationId, { ...running, operatorId, loadBefore })
  }

  #ended({ conversationId, outcome }: Of<'ended'>, at: number): void {
    const running = this.running.get(conversationId)
    if (!running) return
    const meanLoad = this.meanLoad(running, at)
    const { operatorId, needs, assignedAt } = running
    const seconds = Math.max(0, at - assignedAt)
    this.#load(operatorId, at).count -= 1
    this.running.delete(conversationId)
    const waited = this.#waits.get(conversationId) ?? 0
    this.#waits.delete(conversationId)
    if (outcome === 'interrupted') {
      this.staff.dropped(operatorId)
      return
    }
    this.patience.called(waited, outcome === 'done')
    if (outcome === 'done') this.works.add({ seconds, meanLoad, operatorId, needs, assignedAt })
    else this.noShowSeconds += 0.1 * (seconds - this.noShowSeconds)
  }

  #left({ conversationId, outcome }: Of<'left'>, at: number): void {
    const waited = this.#leaveLine(conversationId)
    if (waited) this.patience.ended(at - waited.joinedAt, outcome === 'gave-up')
  }
}

function canServe(member: Pick<Member, 'skills' | 'languages'>, { needs, language }: Needs): boolean {
  return needs.every((need) => member.skills.includes(need)) && (language === undefined || speaks(member, language))
}

/** The part of a class's name that says its skills. */
function skillsOf(name: string): string {
  return name.slice(0, name.lastIndexOf('\n') + 1)
}

/** Whether one stands before the other: priority, then who asked first, then who joined first. */
function isAhead(one: Pick<InLine, 'priority' | 'askedAt'>, other: Pick<InLine, 'priority' | 'askedAt'>): boolean {
  return one.priority !== other.priority ? one.priority < other.priority : one.askedAt <= other.askedAt
}
