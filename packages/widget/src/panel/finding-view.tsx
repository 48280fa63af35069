import { protocolVersion } from '@deskbell/protocol'
import { PanelBody, PanelHead } from './frame.tsx'
import { Home } from './home.tsx'
import { Foreign } from './only-in.tsx'
import type { PanelParts } from './parts.ts'
import { PersonFoot } from './person-foot.tsx'
import { Results, ResultsSaid } from './results.tsx'
import { SearchField } from './search-field.tsx'

/**
 * Home and results are one view: the search field stays the same element, so typing goes on from one to the other. Its body may
 * be drawn a little later than the rest.
 */
export function FindingView({ isBodyDrawn, ...parts }: PanelParts & { isBodyDrawn: boolean }) {
  const { context, finding } = parts
  const { t, locale, desk, page, settings, answers, navigation } = context
  const isHome = navigation.view.value.name === 'home'
  const hasEntries = answers.state.value !== 'ready' || answers.entries.value.length > 0
  const texts = desk.status.value?.texts
  const greeting = page.greeting || (texts ?? settings.words[locale])?.greeting
  const foreign = texts ? texts.foreignGreeting : settings.greeting
  const isOutdated = (desk.status.value?.protocol ?? protocolVersion) !== protocolVersion
  return (
    <>
      <PanelHead context={context} title={desk.status.value?.siteName ?? settings.siteName} />
      <div class="search-head">
        {isHome && (
          <p class="greeting">
            {greeting ?? t('home.greeting')}
            {greeting === undefined && foreign && <Foreign context={context} said={foreign} />}
          </p>
        )}
        {hasEntries && <SearchField key="search" {...parts} />}
      </div>
      <PanelBody context={context}>
        <ResultsSaid {...parts} isShown={!isHome && !finding.isUnreachable.value} />
        {isOutdated && (
          <p class="note" role="status">
            {t('panel.outdated')}
          </p>
        )}
        {isBodyDrawn && (isHome ? <Home {...parts} /> : <Results {...parts} />)}
      </PanelBody>
      <PersonFoot context={context} isOffered={!isHome && (finding.isNothing.value || finding.isUnreachable.value)} />
    </>
  )
}
