import { Link } from '@tanstack/react-router'
import { Table, type TableColumnType } from 'antd'
import { commissionerGaps, type CommissionerGap, type StreetCoverage } from '#contract/commissioners.ts'
import { formatNumber, formatShare } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { gapName } from '../gap-words.ts'

type Counts = Omit<StreetCoverage, 'street'>

const shareOf = ({ due, covered }: Counts) => (due === 0 ? 1 : covered / due)
const gapOf = ({ gaps }: Counts, gap: CommissionerGap) => gaps.find((each) => each.gap === gap)?.count ?? 0

/** The same numbers as a table that sorts; a number of a gap opens that street's list. */
export function CoverageTable({ streets, total }: { streets: readonly StreetCoverage[]; total: Counts }) {
  return (
    <Table<StreetCoverage>
      className="coverage-table"
      columns={columns()}
      dataSource={streets}
      rowKey={(row) => row.street?.id ?? 'none'}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{t('total')}</Table.Summary.Cell>
          {numbersOf(total).map((number, at) => (
            <Table.Summary.Cell key={at} index={at + 1} align="right" className="figures">
              {number}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  )
}

function numbersOf(counts: Counts): string[] {
  const { twoNew, workers, due, covered } = counts
  const gaps = commissionerGaps.map((gap) => gapOf(counts, gap))
  return [
    ...[twoNew, workers, due, covered].map(formatNumber),
    formatShare(shareOf(counts)),
    ...gaps.map(formatNumber),
  ]
}

function columns(): TableColumnType<StreetCoverage>[] {
  const figure = (
    title: string,
    valueOf: (row: StreetCoverage) => number,
    shown: (row: StreetCoverage) => React.ReactNode = (row) => formatNumber(valueOf(row)),
  ): TableColumnType<StreetCoverage> => ({
    title,
    align: 'right',
    className: 'figures',
    sorter: (a, b) => valueOf(a) - valueOf(b),
    render: (_, row) => shown(row),
  })
  return [
    {
      title: t('street'),
      fixed: 'left',
      render: (_, { street }) =>
        street === null ? (
          t('noStreet')
        ) : (
          <Link to="/commissioners/organisations" search={{ streetId: street.id } as never}>
            {street.name}
          </Link>
        ),
    },
    figure(t('twoNew'), (row) => row.twoNew),
    figure(t('workers'), (row) => row.workers),
    figure(t('due'), (row) => row.due),
    figure(t('covered'), (row) => row.covered),
    figure(t('rate'), shareOf, (row) => formatShare(shareOf(row))),
    ...commissionerGaps.map((gap) =>
      figure(
        gapName(gap),
        (row) => gapOf(row, gap),
        (row) => <GapNumber row={row} gap={gap} />,
      ),
    ),
  ]
}

function GapNumber({ row, gap }: { row: StreetCoverage; gap: CommissionerGap }) {
  const count = gapOf(row, gap)
  if (count === 0 || row.street === null) return <>{formatNumber(count)}</>
  return (
    <Link to="/commissioners/organisations" search={{ streetId: row.street.id, gap } as never}>
      {formatNumber(count)}
    </Link>
  )
}
