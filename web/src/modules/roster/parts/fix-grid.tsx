import '../fix-grid.css'
import '../fix-grid-narrow.css'
import type { ImportRow, RosterImport } from '#contract/roster.ts'
import { Alert, Button, Segmented, Skeleton } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { t as more } from '../end-texts.ts'
import { fieldName } from '../words.ts'
import { FixMany } from './fix-many.tsx'
import { FixRow } from './fix-row.tsx'
import { focusSameColumn } from './grid-focus.ts'
import { useImportRows } from './use-import-rows.ts'

type Layout = 'wrong' | 'all'

interface FixGridProps {
  imported: RosterImport
  list: 'review' | 'rejected' | 'left_out'
  q: string
}

/** Rows that wait, as a grid one types into: what is wrong stands under its cell, and a row is judged again while it changes. */
export function FixGrid({ imported, list, q }: FixGridProps) {
  const rows = useImportRows({ importId: imported.id, outcome: list, q })
  const [layout, setLayout] = useState<Layout>('wrong')
  const [ticked, tick] = useState<ReadonlySet<number>>(new Set())
  if (rows.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(rows.error)} />
  if (!rows.rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  if (rows.rows.length === 0) return <NothingLeft list={list} q={q} />

  const fields = fieldsOf(rows.rows, layout)
  const chosen = rows.rows.filter((row) => ticked.has(row.rowId))
  const tickRow = (rowId: number, on: boolean) =>
    tick((before) => new Set(on ? [...before, rowId] : [...before].filter((each) => each !== rowId)))
  return (
    <div className="fix">
      <div className="fix-head">
        <p className="quiet">{t('keys')}</p>
        <Segmented
          size="small"
          aria-label={t('columns')}
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'wrong', label: t('onlyWrong') },
            { value: 'all', label: t('allColumns') },
          ]}
        />
      </div>
      {chosen.length > 0 && (
        <FixMany importId={imported.id} rows={chosen} put={rows.put} onDone={() => tick(new Set())} />
      )}
      <div className={`fix-scroll fix-scroll-${layout}`}>
        <table className="fix-grid" onKeyDown={onArrow}>
          <GridHead
            fields={fields}
            layout={layout}
            all={chosen.length === rows.rows.length}
            tickAll={(on) => tick(new Set(on ? rows.rows?.map((row) => row.rowId) : []))}
          />
          <tbody>
            {rows.rows.map((row) => (
              <FixRow
                key={row.rowId}
                importId={imported.id}
                row={row}
                fields={fields}
                layout={layout}
                ticked={ticked.has(row.rowId)}
                onTick={(on) => tickRow(row.rowId, on)}
                onSettled={rows.put}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.more && (
        <Button className="fix-more" onClick={rows.more}>
          {more('moreRows')}
        </Button>
      )}
    </div>
  )
}

function GridHead({
  fields,
  layout,
  all,
  tickAll,
}: {
  fields: readonly string[]
  layout: Layout
  all: boolean
  tickAll: (on: boolean) => void
}) {
  return (
    <thead>
      <tr>
        <th scope="col" className="fix-tick">
          <input
            type="checkbox"
            aria-label={t('tickAll')}
            checked={all}
            onChange={(event) => tickAll(event.target.checked)}
          />
        </th>
        <th scope="col" className="fix-number">
          {t('row')}
        </th>
        {fields.map((field) => (
          <th scope="col" key={field}>
            {fieldName(field)}
          </th>
        ))}
        {layout === 'wrong' && (
          <th scope="col" className="fix-wrong">
            {t('toMend')}
          </th>
        )}
        <th scope="col" className="fix-act">
          {t('whatToDo')}
        </th>
      </tr>
    </thead>
  )
}

function NothingLeft({ list, q }: { list: FixGridProps['list']; q: string }) {
  if (q) return <p className="list-empty">{t('nothingFound')}</p>
  if (list === 'left_out') return <p className="list-empty">{t('noRows')}</p>
  return (
    <section className="list-empty">
      <h2>{t('noReview')}</h2>
      <p>{t('noReviewHint')}</p>
    </section>
  )
}

const whose = ['full_name', 'id_number', 'name', 'uscc']

// Name and number say whose row it is; the other columns, in the order of the sheet, on demand.
function fieldsOf(rows: readonly ImportRow[], layout: Layout): string[] {
  const sheet = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.field)))]
  const who = sheet.filter((field) => whose.includes(field))
  if (layout === 'wrong') return who
  // A reason may name a field that the sheet has no column for: it is filled in here all the same.
  const missing = rows.flatMap((row) => row.reasons.flatMap(({ field }) => (field ? [field] : [])))
  return [...new Set([...who, ...sheet, ...missing])]
}

function onArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const down = event.key === 'ArrowDown'
  if (!down && event.key !== 'ArrowUp') return
  if (focusSameColumn(event.target, down ? 'down' : 'up')) event.preventDefault()
}
