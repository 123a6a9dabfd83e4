import { Button } from 'antd'
import { useState } from 'react'
import type { Matchmaker } from '#contract/matchmaking-matchmakers.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../register-texts.ts'

const firstShown = 8

/** How much each matchmaker has, the most first: a bar of the limit, with both numbers beside it. */
export function WorkloadChart() {
  const [all, setAll] = useState(false)
  const { data } = useRead('listMatchmakers', { state: 'active', limit: 200 })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="panel" aria-label={t('chart')}>
      <h2>{t('chart')}</h2>
      <p className="quiet">{t('chartHint')}</p>
      <ul className="workload">
        {(all ? items : items.slice(0, firstShown)).map((one) => (
          <Line key={one.id} matchmaker={one} />
        ))}
      </ul>
      {items.length > firstShown && !all && (
        <Button type="text" onClick={() => setAll(true)}>
          {t('chartMore')} {items.length - firstShown}
        </Button>
      )}
    </section>
  )
}

function Line({ matchmaker: { name, openCases, caseloadLimit } }: { matchmaker: Matchmaker }) {
  return (
    <li>
      <span>{name}</span>
      <meter
        aria-label={name}
        min={0}
        max={caseloadLimit}
        high={caseloadLimit * 0.9}
        value={Math.min(openCases, caseloadLimit)}
      />
      <span className="figures">{t('ofLimit', { cases: openCases, limit: caseloadLimit })}</span>
    </li>
  )
}
