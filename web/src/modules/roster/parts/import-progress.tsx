import type { RosterImport } from '#contract/roster.ts'
import { formatNumber } from '../../../kit/format.ts'
import { JobProgress } from '../../../kit/job-progress.tsx'
import { stepWords } from '../words.ts'
import { t } from '../texts.ts'

/** The work that goes on behind an import, with its numbers. */
export function ImportProgress({ imported }: { imported: RosterImport }) {
  const { job } = imported
  if (!job) return null
  const ended = { kind: '', result: null, errorCode: null, createdAt: imported.createdAt, endedAt: null }
  return (
    <section className="panel import-progress">
      <JobProgress job={{ ...job, ...ended }} steps={stepWords()} />
      {job.progress.total === null && job.progress.done > 0 && (
        <p className="figures">{t('readRows', { rows: formatNumber(job.progress.done) })}</p>
      )}
    </section>
  )
}
