import type { SealedReportRow } from '#contract/reports-seals.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { r } from '../return-texts.ts'
import { t } from '../seal-texts.ts'
import { w } from '../template-texts.ts'

/** Sealed reports of one’s scope, the newest first. */
export default function SealedReportsPage() {
  const navigate = useNavigate()
  const maySeal = useMay('reports.seal')
  const button = maySeal && (
    <>
      <Button onClick={() => void navigate({ to: '/reports/returns' as never })}>{r('title')}</Button>
      <Button onClick={() => void navigate({ to: '/reports/templates' as never })}>{w('title')}</Button>
      <Button type="primary" onClick={() => void navigate({ to: '/reports/new' as never })}>
        {t('seal')}
      </Button>
    </>
  )
  return (
    <ListPage
      title={t('title')}
      operation="listSealedReports"
      filters={[
        { kind: 'search', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: [
            { value: 'current', label: t('current') },
            { value: 'corrected', label: t('corrected') },
          ],
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      actions={button || undefined}
    />
  )
}

function columns(): Column<SealedReportRow>[] {
  return [
    { key: 'number', title: t('number'), width: 90, align: 'figures', render: (row) => row.number },
    {
      key: 'title',
      title: t('name'),
      render: (row) => <Link to={`/reports/${row.id}` as never}>{row.title}</Link>,
    },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    {
      key: 'version',
      title: t('version'),
      width: 110,
      render: (row) => t('versionNo', { version: row.version }),
    },
    { key: 'state', title: t('state'), width: 120, render: (row) => t(row.state) },
    {
      key: 'figures',
      title: t('figures'),
      width: 90,
      align: 'figures',
      render: (row) => formatNumber(row.figureCount),
    },
    { key: 'sealedAt', title: t('sealedAt'), width: 190, render: (row) => formatInstant(row.sealedAt) },
  ]
}
