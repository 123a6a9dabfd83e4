import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { ChairVacancy } from '#contract/ballots-shapes.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** Unions that have been without a chair for too long, and the by-election that ends it; nothing where there is none. */
export function ChairVacancies() {
  const { data } = useRead('listChairVacancies')
  const mayRun = useMay('ballots.run')
  if (!data || data.items.length === 0) return null
  return (
    <section className="panel ballot-vacancies">
      <h2 className="section-title">{t('vacancies', { count: data.items.length })}</h2>
      <p className="quiet">
        {t('vacanciesHint', { soon: data.soonDays, late: data.lateDays, source: data.source })}
      </p>
      <ul className="ballot-bundles">
        {data.items.map((vacancy) => (
          <li key={vacancy.organisationId}>
            <span>{vacancy.organisationName}</span>
            <Tag color={vacancy.level === 'late' ? 'error' : 'warning'}>
              {t(vacancy.level === 'late' ? 'vacantLate' : 'vacantSoon', { days: vacancy.days })}
            </Tag>
            <span className="quiet">{t('vacantSince', { day: formatDay(vacancy.vacantSince) })}</span>
            <NextStep vacancy={vacancy} mayRun={mayRun} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NextStep({ vacancy, mayRun }: { vacancy: ChairVacancy; mayRun: boolean }) {
  if (vacancy.ballotId !== null)
    return (
      <Link to={`/ballots/${vacancy.ballotId}` as never} search={{} as never}>
        {t('vacancyRuns')}
      </Link>
    )
  if (!mayRun) return null
  const search = { organisationId: vacancy.organisationId, kind: 'chair', fills: 'vacancy' }
  return (
    <Link to={'/ballots/new' as never} search={search as never}>
      {t('byElection')}
    </Link>
  )
}
