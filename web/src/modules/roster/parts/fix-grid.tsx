import type { ImportRow } from '#contract/roster.ts'
import { Alert, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { fieldLabel } from '../words.ts'
import { t } from '../texts.ts'
import { FixRow } from './fix-row.tsx'
import { useImportRows } from './use-import-rows.ts'

interface FixGridProps {
  importId: string
  tab: 'review' | 'rejected' | 'left_out'
  q: string
}

/** The sheet as a grid: every cell can be typed in, what is wrong stands in it, and the row is checked again while one types. */
export function FixGrid({ importId, tab, q }: FixGridProps) {
  const { rows, error, hasMore, more } = useImportRows({ importId, outcome: tab, q })
  if (error) return <Alert type="error" showIcon title={errorSentence(error)} />
  if (!rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  if (rows.length === 0) return <p className="list-empty">{t('nothingHere')}</p>
  const fields = fieldsOf(rows)
  return (
    <>
      <div className="fix-grid" tabIndex={0} role="region" aria-label={t('rows')}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="fix-grid-row">
                {t('row')}
              </th>
              <th scope="col" className="fix-grid-why">
                {t('reason')}
              </th>
              <th scope="col" className="fix-grid-act">
                {t('action')}
              </th>
              {fields.map((field) => (
                <th scope="col" key={field}>
                  {fieldLabel(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FixRow key={row.rowId} importId={importId} row={row} fields={fields} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && (
        <Button className="more-rows" onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

/** Name and number first, then the columns something is wrong with, then the others in the order of the sheet. */
function fieldsOf(rows: readonly ImportRow[]): string[] {
  const all = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.field)))]
  const wrong = new Set(rows.flatMap((row) => row.reasons.map((reason) => reason.field)))
  const rank = (field: string) =>
    field === 'full_name' || field === 'name'
      ? 0
      : field === 'id_number' || field === 'uscc'
        ? 1
        : wrong.has(field)
          ? 2
          : 3
  return all.toSorted((one, other) => rank(one) - rank(other))
}
