import '../home.css'
import type { RosterImport } from '#contract/roster.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

const shown = 4

/** The newest imports within one's scope: what is unfinished can be taken up again here. */
export default function OwnImports() {
  const imports = useRead('listRosterImports', { limit: shown })
  const items = imports.data?.items ?? []
  return (
    <section className="panel home-panel home-imports" aria-label={t('imports')}>
      <h2>{t('imports')}</h2>
      {imports.isPending && <Skeleton active title={false} />}
      {imports.error && <p className="problem">{errorSentence(imports.error)}</p>}
      {imports.data && items.length === 0 && <p className="quiet">{t('noImports')}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/imports/${one.id}`}>{one.fileName}</Link>
            <span>{stateWords(one)}</span>
            <span className="figures quiet">{formatInstant(one.createdAt)}</span>
          </li>
        ))}
      </ul>
      <p className="home-ways">
        <Link to="/imports">{items.length > 0 ? t('allImports') : t('startImport')}</Link>
      </p>
    </section>
  )
}

/** Where an import stands, and how much of it waits for the officer. */
function stateWords({ state, counts }: RosterImport): string {
  const waiting = (counts?.review ?? 0) + (counts?.rejected ?? 0)
  if (state !== 'ready' || waiting === 0) return t(state)
  return `${t('ready')} · ${t('waitingRows', { count: formatNumber(waiting) })}`
}
