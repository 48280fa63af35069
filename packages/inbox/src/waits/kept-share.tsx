import { sentences } from '@deskbell/locales'
import type { WaitCount } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { judgedOf, keptGoal, shareOf } from '../models/waits-report.ts'
import { percent } from '../words/figures.ts'

/** The one figure: how many of the promises were kept, against the goal; and what became of the others. */
export function KeptShare({ total, atOnce }: { total: WaitCount; atOnce: number }) {
  const { t, locale } = useInbox()
  const share = shareOf(total)
  const judged = judgedOf(total)
  const { waits, sooner, kept, later, unpromised } = total
  const undecided = waits - judged - unpromised
  return (
    <div class="kept-share">
      <div class="kept-figure" data-met={share === undefined ? undefined : share >= keptGoal}>
        <b class="share">{percent(share, locale)}</b>
        {share !== undefined && <Gauge share={share} />}
        <span>{t('waits.goal', { goal: percent(keptGoal, locale) })}</span>
      </div>
      <div>
        <p class="finding">
          {judged === 0 ? (
            t('waits.nothingJudged')
          ) : (
            <>
              <b>{t('waits.finding', { kept, count: judged })}</b> {sooner > 0 && t('waits.sooner', { count: sooner })}{' '}
              {later > 0 && <b class="late">{t('waits.later', { count: later })}</b>}
            </>
          )}
        </p>
        {unpromised + undecided + atOnce > 0 && (
          <p class="quiet">
            {sentences(
              unpromised > 0 && t('waits.unpromised', { count: unpromised }),
              undecided > 0 && t('waits.undecided', { count: undecided }),
              atOnce > 0 && t('waits.atOnce', { count: atOnce }),
            )}
          </p>
        )}
      </div>
    </div>
  )
}

/** The share on a line, and where the goal is. */
function Gauge({ share }: { share: number }) {
  return (
    <span class="gauge" style={{ '--share': share, '--goal': keptGoal }} aria-hidden="true">
      <i />
      <b />
    </span>
  )
}
