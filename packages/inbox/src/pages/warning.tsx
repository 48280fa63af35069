import { Icon, warnIcon } from '@deskbell/ui'
import { hashOf } from '../router.ts'

/** What visitors would miss as it stands, beside the field that says so, and perhaps the way to the team. */
export function Warning({ text, link }: { text: string; link?: string }) {
  return (
    <p class="form-warning">
      <Icon of={warnIcon} small />
      <span>
        {text}{' '}
        {link && (
          <a class="link" href={hashOf({ page: 'team' })}>
            {link}
          </a>
        )}
      </span>
    </p>
  )
}
