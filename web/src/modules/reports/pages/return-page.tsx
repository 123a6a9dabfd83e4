import '../seals.css'
import {
  emptyReturnItems,
  returnFindings,
  type AnnualReturn,
  type AnnualReturnLine,
} from '#contract/reports-returns.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, formatNumber } from '../../../kit/format.ts'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { Facts } from '../../../ui/facts.tsx'
import { unionTypeName } from '../../organisations/words.ts'
import { StatCodes } from '../parts/stat-codes.tsx'
import { emptyItemName, findingName, r } from '../return-texts.ts'

/** One annual return: its head with what the logic check found, and the line of each union; a line opens to the union’s codes. */
export default function ReturnPage() {
  const returnId = useParam('returnId')
  const made = useRead('getAnnualReturn', { returnId })
  return (
    <ListPage
      title={made.data === undefined ? r('title') : r('oneTitle', { year: made.data.year })}
      operation="listAnnualReturnLines"
      fixed={{ returnId }}
      filters={[
        { kind: 'search', name: 'q', label: r('search') },
        {
          kind: 'select',
          name: 'finding',
          label: r('check'),
          options: [
            { value: 'any', label: r('anyFinding') },
            ...returnFindings.map((value) => ({ value, label: findingName(value) })),
          ],
        },
      ]}
      above={<Head made={made.data} error={made.error} />}
      columns={columns()}
      rowId={(row) => row.unionId}
      empty={{ title: r('noLines'), hint: r('noLinesHint') }}
      actions={
        <>
          <Link to={'/reports/returns' as never}>{r('back')}</Link>
          <DownloadButton
            operation="downloadAnnualReturn"
            input={() => Promise.resolve({ returnId })}
            label={r('download')}
          />
        </>
      }
      panel={(organisationId) => ({
        title: r('codes'),
        body: <StatCodes organisationId={organisationId} />,
        foot: <Link to={`/organisations/${organisationId}` as never}>{r('openUnion')}</Link>,
      })}
    />
  )
}

function Head({ made, error }: { made: AnnualReturn | undefined; error: Error | null }) {
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (made === undefined) return <Skeleton active />
  const found = made.findings.map(({ finding, lines }) =>
    r('checkFound', { name: findingName(finding), count: formatNumber(lines) }),
  )
  return (
    <section className="panel return-head">
      <Facts
        facts={[
          [r('organisation'), made.organisationName],
          [r('period'), r('days', { from: formatDay(made.startsOn), to: formatDay(made.endsOn) })],
          [r('rule'), made.rule],
          [r('members'), r('persons', { count: formatNumber(made.members) })],
          [r('workers'), r('persons', { count: formatNumber(made.workers) })],
          [r('madeAt'), `${formatInstant(made.madeAt)} · ${r('versionNo', { version: made.version })}`],
          [
            r('seal'),
            <Link key="seal" to={`/reports/${made.reportId}` as never}>
              {r('openSeal')}
            </Link>,
          ],
          [
            r('check'),
            found.length === 0 ? (
              r('checkPassed')
            ) : (
              <ul className="return-findings" key="check">
                {found.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <p className="quiet">
        {r('missingNote', { items: emptyReturnItems.map((item) => emptyItemName(item)).join(r('comma')) })}
      </p>
    </section>
  )
}

function columns(): Column<AnnualReturnLine>[] {
  const figure = (key: 'employers' | 'workers' | 'womenWorkers' | 'migrantWorkers' | 'members') => ({
    key,
    title: r(key),
    width: 100,
    align: 'figures' as const,
    render: (row: AnnualReturnLine) => {
      const value = row[key]
      return value === null ? '—' : formatNumber(value)
    },
  })
  return [
    { key: 'statCode', title: r('statCode'), width: 170, render: (row) => row.statCode },
    { key: 'name', title: r('name'), render: (row) => row.name },
    { key: 'divisionCode', title: r('divisionCode'), width: 120, render: (row) => row.divisionCode ?? '—' },
    {
      key: 'unionType',
      title: r('unionType'),
      width: 130,
      render: (row) => (row.unionType === null ? '—' : unionTypeName(row.unionType)),
    },
    figure('employers'),
    figure('workers'),
    figure('womenWorkers'),
    figure('migrantWorkers'),
    figure('members'),
    {
      key: 'findings',
      title: r('check'),
      render: (row) => (
        <span className="return-wrong">
          {row.findings.map((finding) => findingName(finding)).join(r('comma'))}
        </span>
      ),
    },
  ]
}
