import type { SystemState } from '#contract/system.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { problemWords } from '../words.ts'
import { secondsOf } from './backups.tsx'

/** How the last restore drill came out. */
export function Drill({ drill }: { drill: SystemState['drill'] }) {
  return (
    <section className="panel system-part" aria-label={t('drill')}>
      <h2>{t('drill')}</h2>
      <LastDrill last={drill.last} />
    </section>
  )
}

function LastDrill({ last }: { last: SystemState['drill']['last'] }) {
  if (last === null) return <p className="quiet">{t('drillNever')}</p>
  const when = formatInstant(last.endedAt)
  if (last.problem !== null)
    return (
      <p className="system-bad">
        <Icon name="warn" />
        {t('drillNotPassed', { when, why: problemWords(last.problem, last.part) })}
      </p>
    )
  return (
    <p className="all-well">
      <Icon name="check" />
      {t('drillPassed', {
        when,
        rows: formatNumber(last.rows ?? 0),
        checks: last.checks ?? 0,
        seconds: secondsOf(last.tookMilliseconds),
      })}
    </p>
  )
}
