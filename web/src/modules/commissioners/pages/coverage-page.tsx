import '../commissioners.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { DatePicker, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import type { RuleSource } from '#contract/rule-source.ts'
import type { Output } from '../../../kit/call.ts'
import { Chart } from '../../../kit/chart/chart.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatList, formatNumber, formatShare } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { CoverageTable } from '../parts/coverage-table.tsx'
import { GapCards } from '../parts/gap-cards.tsx'
import { t } from '../texts.ts'
import { typeName } from '../words.ts'

type Coverage = Output<'getCommissionerCoverage'>

/** Who must have a commissioner and who has one, street by street; every number opens its list. */
export default function CoveragePage() {
  const search = useSearchText()
  const navigate = useNavigate()
  const { data, error } = useRead('getCommissionerCoverage', search.asOf ? { asOf: search.asOf } : {})
  return (
    <Page
      title={t('coverage')}
      note={
        data &&
        t('coverageNote', {
          day: formatDay(data.asOf),
          twoNew: formatNumber(data.total.twoNew),
          workers: formatNumber(data.total.workers),
        })
      }
      actions={
        <>
          <DatePicker
            aria-label={t('asOf')}
            placeholder={t('asOf')}
            value={search.asOf ? dayjs(search.asOf) : null}
            maxDate={dayjs()}
            onChange={(day) =>
              void navigate({
                to: '.',
                search: (day ? { asOf: day.format('YYYY-MM-DD') } : {}) as never,
                replace: true,
              })
            }
          />
          <Link className="button-link" to="/commissioners/organisations" search={{} as never}>
            {t('openList')}
          </Link>
        </>
      }
    >
      {error && <p className="problem">{errorSentence(error)}</p>}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} aria-label={t('loading')} />}
      {data &&
        (data.total.twoNew === 0 ? (
          <p className="list-empty">{t('emptyCoverage')}</p>
        ) : (
          <Drawn coverage={data} />
        ))}
    </Page>
  )
}

function Drawn({ coverage }: { coverage: Coverage }) {
  const { total, streets } = coverage
  const bars = useMemo(
    () =>
      streets.map(({ street, covered, due }) => ({
        key: street?.id ?? 'none',
        label: street?.name ?? t('noStreet'),
        value: covered,
        earlier: due,
      })),
    [streets],
  )
  const words = useMemo(() => ({ number: formatNumber, hidden: '', earlier: t('ofDue') }), [])
  return (
    <>
      <dl className="commissioner-totals">
        <Total name={t('due')} value={formatNumber(total.due)} />
        <Total name={t('covered')} value={formatNumber(total.covered)} />
        <Total name={t('rate')} value={formatShare(total.due === 0 ? 0 : total.covered / total.due)} />
        <Total name={t('missing')} value={formatNumber(total.due - total.covered)} />
        <Total name={t('voluntary')} value={formatNumber(total.voluntary)} />
      </dl>
      <GapCards gaps={total.gaps} />
      <section className="panel">
        <h2>{t('byStreet')}</h2>
        {bars.length > 1 && <Chart title={t('chartTitle')} bars={bars} words={words} direction="rows" />}
        <CoverageTable streets={streets} total={total} />
      </section>
      <Rules rules={coverage.rules} />
    </>
  )
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  )
}

function Rules({ rules }: { rules: readonly RuleSource[] }) {
  const [types, workers, party] = rules
  if (types === undefined || workers === undefined || party === undefined) return null
  return (
    <section className="panel">
      <h2>{t('rule')}</h2>
      <p>
        {t('ruleTypes', { types: formatList((types.value as string[]).map(typeName)) })}；
        {t('ruleWorkers', { count: String(workers.value) })}
        {party.value === true ? `，${t('ruleParty')}` : ''}
      </p>
      <p className="quiet">{t('ruleSource', { source: workers.source })}</p>
    </section>
  )
}
