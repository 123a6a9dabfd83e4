import '../audit.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { actionWords } from '../words.ts'
import { t } from '../texts.ts'
import { actorWords } from './entry-panel.tsx'
import { useVerification } from './verification.tsx'

const shown = 8

/** The audit administrator's desk on the home page: check the log, and what was done last. */
export default function LatestEntries() {
  const entries = useRead('listAuditEntries', { limit: shown })
  const { button, outcome } = useVerification()
  const mayVerify = useMay('audit.verify')
  return (
    <section className="panel audit-desk" aria-label={t('latest')}>
      <header>
        <h2>{t('latest')}</h2>
        {mayVerify && button}
      </header>
      {mayVerify && <p className="quiet">{t('verifyHint')}</p>}
      {outcome}
      {entries.isPending && <Skeleton active title={false} />}
      {entries.error && <p className="problem">{errorSentence(entries.error)}</p>}
      <ul>
        {entries.data?.items.map((entry) => (
          <li key={entry.id}>
            <span className="figures quiet">{formatInstant(entry.recordedAt)}</span>
            <span>{t('sentence', { who: actorWords(entry), did: actionWords(entry) })}</span>
          </li>
        ))}
      </ul>
      <Link to="/audit">{t('openLog')}</Link>
    </section>
  )
}
