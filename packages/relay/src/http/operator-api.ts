import {
  accepted,
  type InvitationReply,
  limits,
  localeChangeGuard,
  type Operator,
  operatorChangeGuard,
  parse,
  type Reply,
  refused,
  type Settings,
  settingsGuard,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { toOperatorSettings } from '../serializers.ts'
import type { Team } from '../team.ts'
import { createDoors } from './doors.ts'
import { saving, told } from './versions.ts'

/** What needs a session. Changes are the owner's; every route answers `signed-out` without one. */
export function operatorApi(context: Context): Router {
  const { settings, team, sessions, origins } = context
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  router.get(
    '/settings',
    signedIn((request) => told(request, settings.settings, accepted(settings.settings.data))),
  )
  router.put(
    '/settings',
    json({ limit: limits.bodyBytes }),
    owner((request, by) => saving(request, by, settings.settings, () => saveSettings(context, request.body))),
  )
  router.get(
    '/operators',
    signedIn(() => accepted(team.all())),
  )
  router.put(
    '/operators/:id',
    json({ limit: limits.bodyBytes }),
    owner((request) => changeOperator(context, request)),
  )
  router.put(
    '/locale',
    json({ limit: limits.bodyBytes }),
    signedIn((request, { id }) => {
      const given = parse(localeChangeGuard, request.body)
      return given.ok ? changed(context, id, given.value) : given
    }),
  )
  router.post(
    '/invitations',
    owner(() => {
      const { token, expiresAt } = sessions.invite(Date.now())
      const reply: InvitationReply = { url: `${origins.publicUrl()}/inbox/#join=${token}`, expiresAt }
      return accepted(reply)
    }),
  )
  return router
}

function saveSettings({ settings, publication, live, doorbell }: Context, body: unknown): Reply<Settings> {
  const given = parse(settingsGuard, body)
  if (!given.ok) return given
  settings.settings.data = given.value
  settings.settings.write()
  const isTold = publication.changed()
  if (!isTold) doorbell.settingsChanged(toOperatorSettings(given.value, publication.siteLocales()))
  doorbell.siteChanged()
  live.giveOut()
  return given
}

function changeOperator(context: Context, request: Request): Reply<Operator> {
  const given = parse(operatorChangeGuard, request.body)
  if (!given.ok) return given
  return changed(context, String(request.params.id), given.value)
}

function changed({ team, operatorChanged }: Context, ...change: Parameters<Team['change']>): Reply<Operator> {
  const operator = team.change(...change)
  if (!operator) return refused('unknown-operator')
  operatorChanged(operator)
  return accepted(operator)
}
