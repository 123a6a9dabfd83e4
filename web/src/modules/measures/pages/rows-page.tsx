import type { Measure, MeasureRow } from '#contract/measures.ts'
import { Link } from '@tanstack/react-router'
import { formatFigure } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { FigureExport } from '../parts/figure-export.tsx'
import { daysOf, eveningOf, searchOf, useQuestion } from '../question.ts'
import { t } from '../texts.ts'
import { detailWords, measureName, valueColumn } from '../words.ts'

/** The rows behind a figure: as many as it counts, each one press away from its own page. */
export default function RowsPage() {
  const measure = useParam('measure')
  const { question } = useQuestion()
  const mayExportMembers = useMay('roster.export')
  const catalogue = useRead('listMeasures')
  const declared = catalogue.data?.items.find(({ name }) => name === measure)
  const name = declared ? measureName(declared) : measure
  const { organisationId, knownOn } = question
  return (
    <ListPage
      title={t('rows', { name })}
      operation="openMeasure"
      fixed={{ measure, organisationId, ...(knownOn ? { knownAt: eveningOf(knownOn) } : {}) }}
      filters={[
        { kind: 'date', name: 'asOf', label: t('asOf') },
        ...(declared?.counts === 'flow'
          ? ([
              { kind: 'date', name: 'from', label: t('from') },
              { kind: 'date', name: 'to', label: t('to') },
            ] as const)
          : []),
      ]}
      columns={columns(name, declared)}
      rowId={(row) => row.id}
      empty={{ title: t('noRows'), hint: t('noRowsHint') }}
      actions={
        <>
          <Link to="/figures" search={{ ...searchOf(question), measure } as never}>
            {t('back')}
          </Link>
          {declared && (
            <FigureExport
              operation="downloadMeasureRows"
              asked={{ measure, organisationId, ...daysOf(declared, question) }}
              label={t('rowsWorkbook')}
              off={measure === 'members' && !mayExportMembers ? t('rowsWorkbookOff') : null}
            />
          )}
        </>
      }
    />
  )
}

function columns(name: string, declared: Measure | undefined): Column<MeasureRow>[] {
  return [
    {
      key: 'label',
      title: t('row'),
      render: (row) => {
        const page = pageOf(row)
        return page === null ? row.label : <Link to={page}>{row.label}</Link>
      },
    },
    { key: 'detail', title: t('detail'), render: detailWords },
    {
      key: 'value',
      title: valueColumn(name, declared?.unit ?? ''),
      width: 200,
      align: 'figures',
      render: (row) => formatFigure(row.value, declared?.unit ?? ''),
    },
  ]
}

/** Pairs, couples and whoever came to an event go by codes and have no page. */
function pageOf({ kind, id }: MeasureRow): string | null {
  if (kind === 'organisation') return `/organisations/${id}`
  if (kind === 'member') return `/members/${id}`
  return kind === 'event' ? `/events/${id}` : null
}
