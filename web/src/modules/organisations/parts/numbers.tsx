import { Table } from 'antd'
import type { Headcount, Organisation } from '#contract/organisation-shapes.ts'
import { formatDay, formatNumber, formatPeriod } from '../../../kit/format.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'

/** Reported numbers, terms of the committee and its chairs, over time. */
export function NumbersAndTerms({ organisation }: { organisation: Organisation }) {
  return (
    <div className="organisation-columns">
      <section className="panel">
        <h2>{t('headcounts')}</h2>
        {organisation.headcounts.length === 0 ? (
          <p className="quiet">{t('noHeadcounts')}</p>
        ) : (
          <Headcounts rows={organisation.headcounts} />
        )}
      </section>
      <div>
        <section className="panel organisation-section">
          <h2>{t('terms')}</h2>
          {organisation.terms.length === 0 && <p className="quiet">{t('noTerms')}</p>}
          <ul className="dated-lines">
            {organisation.terms.map((term) => (
              <li key={term.id}>
                <span className="figures">{formatPeriod(term.startsOn, term.endsBefore)}</span>
                <span>
                  {t('years', { years: term.termYears })} {term.documentNo}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel organisation-section">
          <h2>{t('chairs')}</h2>
          {organisation.chairs.length === 0 && <p className="quiet">{t('noChairs')}</p>}
          <ul className="dated-lines">
            {organisation.chairs.map((chair) => (
              <li key={chair.appointmentId}>
                <span>
                  {chair.name} · {postName(chair.post)}
                </span>
                <span className="figures">{formatPeriod(chair.startsOn, chair.endsBefore)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

function Headcounts({ rows }: { rows: readonly Headcount[] }) {
  const number = (value: number | null) => (value === null ? '' : formatNumber(value))
  const figures = { align: 'right' as const, className: 'figures' }
  return (
    <Table<Headcount>
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...rows]}
      columns={[
        { title: t('asOfDay'), render: (_, row) => formatDay(row.asOf) },
        { title: t('workers'), ...figures, render: (_, row) => number(row.workers) },
        { title: t('women'), ...figures, render: (_, row) => number(row.women) },
        { title: t('migrants'), ...figures, render: (_, row) => number(row.migrants) },
        { title: t('reportedMembers'), ...figures, render: (_, row) => number(row.members) },
      ]}
    />
  )
}
