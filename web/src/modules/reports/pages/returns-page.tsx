import type { AnnualReturnRow } from '#contract/reports-returns.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatDay, formatInstant, formatNumber } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { MakeReturn } from '../parts/make-return.tsx'
import { r } from '../return-texts.ts'

/** Annual returns of one’s scope; a new one is made for a year that is over. */
export default function ReturnsPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <ListPage
        title={r('title')}
        operation="listAnnualReturns"
        columns={columns()}
        rowId={(row) => row.id}
        empty={{ title: r('emptyTitle'), hint: r('emptyHint') }}
        actions={
          <Button type="primary" onClick={() => setMaking(true)}>
            {r('make')}
          </Button>
        }
      />
      {making && <MakeReturn onClose={() => setMaking(false)} />}
    </>
  )
}

function columns(): Column<AnnualReturnRow>[] {
  return [
    {
      key: 'year',
      title: r('year'),
      render: (row) => (
        <Link to={`/reports/returns/${row.id}` as never}>{r('oneTitle', { year: row.year })}</Link>
      ),
    },
    { key: 'organisation', title: r('organisation'), render: (row) => row.organisationName },
    {
      key: 'period',
      title: r('period'),
      render: (row) => r('days', { from: formatDay(row.startsOn), to: formatDay(row.endsOn) }),
    },
    {
      key: 'unions',
      title: r('unions'),
      width: 110,
      align: 'figures',
      render: (row) => formatNumber(row.unions),
    },
    {
      key: 'wrong',
      title: r('wrong'),
      width: 110,
      align: 'figures',
      render: (row) => formatNumber(row.wrong),
    },
    {
      key: 'version',
      title: r('version'),
      width: 110,
      render: (row) => r('versionNo', { version: row.version }),
    },
    { key: 'madeAt', title: r('madeAt'), width: 190, render: (row) => formatInstant(row.madeAt) },
  ]
}
