import { passwordLinkAt } from '../store/password-links.ts'
import { CommandRefused, type InsideCommand } from './command.ts'

export const password: InsideCommand = {
  argument: 'EMAIL',
  does: 'prints a one-time link for an operator who has lost their password',
  inside({ team, passwordLinks, publicUrl }, email) {
    const operator = team.withEmail(email)
    if (!operator) throw new CommandRefused('no operator has this e-mail address')
    if (operator.isDisabled) throw new CommandRefused('this operator is disabled: an owner can enable them again')
    const { token, expiresAt } = passwordLinks.make(operator.id, Date.now())
    return `${passwordLinkAt(publicUrl, token)}\nGood once, until ${new Date(expiresAt).toLocaleTimeString()}.`
  },
}
