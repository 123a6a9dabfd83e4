import type { ImportRow } from '#contract/roster.ts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { t } from '../row-texts.ts'
import { useFix, waits, withCells } from './use-import-rows.ts'

interface FixManyProps {
  importId: string
  rows: readonly ImportRow[]
  put: (row: ImportRow) => void
  onDone: () => void
}

type Decision = 'confirmed' | 'left_out' | 'open'

/** One decision for all ticked rows; says for how many, and which could not follow it. */
export function FixMany({ importId, rows, put, onDone }: FixManyProps) {
  const fix = useFix(importId)
  const { message } = App.useApp()
  const [busy, setBusy] = useState<Decision>()
  const takable = rows.filter((row) => waits(row) && row.confirmable)
  const open = rows.filter(waits)
  const decided = rows.filter((row) => row.decision !== null)

  // One after the other: each locks the import, and together they would only wait for one another.
  async function decide(decision: Decision, chosen: readonly ImportRow[]) {
    setBusy(decision)
    const failures: unknown[] = []
    for (const row of chosen) {
      try {
        put(withCells(row, await fix({ rowId: row.rowId, decision }), {}))
      } catch (error) {
        failures.push(error)
      }
    }
    setBusy(undefined)
    const count = chosen.length - failures.length
    if (failures.length === 0) void message.success(t('manyDone', { count }))
    else {
      const why = errorSentence(failures[0])
      void message.warning(t('manyPart', { count, failed: failures.length, why }), 8)
    }
    onDone()
  }
  return (
    <div className="list-bulk fix-many" role="status">
      <span className="figures">{t('selected', { count: rows.length })}</span>
      {takable.length > 0 && (
        <Button
          size="small"
          type="primary"
          loading={busy === 'confirmed'}
          onClick={() => void decide('confirmed', takable)}
        >
          {t('takeMany', { count: takable.length })}
        </Button>
      )}
      {open.length > 0 && (
        <Button size="small" loading={busy === 'left_out'} onClick={() => void decide('left_out', open)}>
          {t('leaveMany', { count: open.length })}
        </Button>
      )}
      {decided.length > 0 && (
        <Button size="small" loading={busy === 'open'} onClick={() => void decide('open', decided)}>
          {t('reopenMany', { count: decided.length })}
        </Button>
      )}
    </div>
  )
}
