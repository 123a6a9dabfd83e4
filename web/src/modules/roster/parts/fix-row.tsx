import type { ImportRow } from '#contract/roster.ts'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { language } from '../../../i18n/language.ts'
import { fieldLabel } from '../words.ts'
import { t } from '../texts.ts'
import { Reasons } from './rows-table.tsx'

interface FixRowProps {
  importId: string
  row: ImportRow
  fields: readonly string[]
}

const typingPauseMs = 300

/** One row of the grid: its cells, why it waits, and the three things an officer can do with it. */
export function FixRow({ importId, row, fields }: FixRowProps) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const checked = useChecked(importId, row, typed)
  const fix = useAct('fixRosterImportRow', { invalidates: ['getRosterImport', 'listRosterImportRows'] })
  const { message } = App.useApp()
  const changed = Object.keys(typed).length > 0
  const view = checked.row ?? row
  const send = (what: { cells?: Record<string, string>; decision?: 'confirmed' | 'left_out' | 'open' }) =>
    fix.mutate(
      { importId, rowId: row.rowId, ...what },
      {
        onSuccess: () => {
          setTyped({})
          void message.success(t('saved', { row: row.row }))
        },
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  return (
    <tr>
      <td className="fix-grid-row figures">{row.row}</td>
      <td className="fix-grid-why" aria-live="polite">
        {checked.isChecking ? (
          <span className="quiet">{t('checking')}</span>
        ) : (
          <Why row={view} changed={changed} />
        )}
      </td>
      <td className="fix-grid-act">
        {changed ? (
          <Button type="primary" size="small" loading={fix.isPending} onClick={() => send({ cells: typed })}>
            {t('save')}
          </Button>
        ) : (
          <Decisions row={row} busy={fix.isPending} decide={(decision) => send({ decision })} />
        )}
      </td>
      {fields.map((field) => (
        <Cell
          key={field}
          row={row}
          field={field}
          value={typed[field] ?? textOf(row, field)}
          wrong={view.reasons.some((reason) => reason.field === field)}
          onType={(text) => setTyped(withText(row, typed, { field, text }))}
        />
      ))}
    </tr>
  )
}

/** The row as the server sees what is being typed. */
function useChecked(importId: string, row: ImportRow, typed: Record<string, string>) {
  const [answer, setAnswer] = useState<{ for: string; row: ImportRow | null }>()
  const asked = JSON.stringify(typed)
  const latest = useRef(asked)
  latest.current = asked
  useEffect(() => {
    if (asked === '{}') return
    const timer = setTimeout(() => {
      call('checkRosterImportRow', {
        importId,
        rowId: row.rowId,
        cells: JSON.parse(asked) as Record<string, string>,
      })
        .then((judged) => latest.current === asked && setAnswer({ for: asked, row: judged }))
        .catch(() => setAnswer({ for: asked, row: null }))
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [asked, importId, row.rowId])
  if (asked === '{}') return { row: null, isChecking: false }
  return answer?.for === asked ? { row: answer.row, isChecking: false } : { row: null, isChecking: true }
}

function Why({ row, changed }: { row: ImportRow; changed: boolean }) {
  if (row.reasons.length > 0) return <Reasons row={row} />
  return changed || row.bucket !== 'review' ? (
    <span className="fine">
      <Icon name="check" size={16} />
      {t('fine')}
    </span>
  ) : null
}

interface DecisionsProps {
  row: ImportRow
  busy: boolean
  decide: (decision: 'confirmed' | 'left_out' | 'open') => void
}

function Decisions({ row, busy, decide }: DecisionsProps) {
  if (row.bucket === 'left_out')
    return (
      <Button size="small" loading={busy} onClick={() => decide('open')}>
        {t('takeBack')}
      </Button>
    )
  return (
    <>
      {row.confirmable && (
        <Button size="small" loading={busy} onClick={() => decide('confirmed')}>
          {t('confirmRow')}
        </Button>
      )}
      <Button size="small" type="text" disabled={busy} onClick={() => decide('left_out')}>
        {t('leaveOut')}
      </Button>
    </>
  )
}

interface CellProps {
  row: ImportRow
  field: string
  value: string
  wrong: boolean
  onType: (text: string) => void
}

function Cell({ row, field, value, wrong, onType }: CellProps) {
  const why = row.reasons.find((reason) => reason.field === field)
  return (
    <td className={wrong ? 'cell-wrong' : undefined}>
      <input
        aria-label={t('cellOf', { row: row.row, field: fieldLabel(field) })}
        aria-invalid={wrong}
        title={why && (language() === 'zh' ? why.zh : why.en)}
        value={value}
        size={Math.min(Math.max(width(value), 6), 40)}
        onChange={(event) => onType(event.target.value)}
      />
      {wrong && <Icon name="warn" size={14} />}
    </td>
  )
}

// A Chinese character is as wide as two letters.
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 2 : 1), 1)
}

function textOf(row: ImportRow, field: string): string {
  return row.cells.find((cell) => cell.field === field)?.text ?? ''
}

function withText(
  row: ImportRow,
  typed: Record<string, string>,
  { field, text }: { field: string; text: string },
): Record<string, string> {
  const { [field]: _before, ...others } = typed
  return text === textOf(row, field) ? others : { ...others, [field]: text }
}
