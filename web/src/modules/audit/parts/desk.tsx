import '../audit.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { s } from '../seal-texts.ts'
import { t } from '../texts.ts'
import { Coverage } from './coverage.tsx'
import { entrySentence } from './entry-panel.tsx'
import { useVerification } from './verification.tsx'

const shown = 8

/** The audit administrator's desk on the home page: how well the log is covered, check it, and what was done last. */
export default function Desk() {
  const entries = useRead('listAuditEntries', { limit: shown })
  const { button, outcome } = useVerification()
  const mayVerify = useMay('audit.verify')
  return (
    <section className="panel audit-desk" aria-label={t('auditLog')}>
      <header>
        <h2>{s('title')}</h2>
        {mayVerify && button}
      </header>
      {mayVerify && <p className="quiet">{s('verifyHint')}</p>}
      {outcome && <div className="audit-outcome">{outcome}</div>}
      <Coverage />
      <h2>{t('latest')}</h2>
      {entries.isPending && <Skeleton active title={false} />}
      {entries.error && <p className="problem">{errorSentence(entries.error)}</p>}
      <ul>
        {entries.data?.items.map((entry) => (
          <li key={entry.id}>
            <span className="figures quiet">{formatInstant(entry.recordedAt)}</span>
            <span>{entrySentence(entry)}</span>
          </li>
        ))}
      </ul>
      <p className="audit-links">
        <Link to="/audit">{t('openLog')}</Link>
        <Link to={'/audit/seals' as never}>{s('title')}</Link>
      </p>
    </section>
  )
}
