import type { ImportRow } from '#contract/roster.ts'
import { App, Button } from 'antd'
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useUnsavedGuard } from '../../../kit/leaving.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { listWords, reasonWords } from '../words.ts'
import { FixCell } from './fix-cell.tsx'
import { focusNextRow, focusRow } from './grid-focus.ts'
import { useCheck } from './use-check.ts'
import { useFix, waits, withCells, type Fix } from './use-import-rows.ts'

interface FixRowProps {
  importId: string
  row: ImportRow
  /** Columns every row shows. */
  fields: readonly string[]
  /** `wrong`: beside them only what is wrong with this row; `all`: they are the whole sheet. */
  layout: 'wrong' | 'all'
  ticked: boolean
  onTick: (on: boolean) => void
  onSettled: (row: ImportRow) => void
}

type Typed = Readonly<Record<string, string>>

/** One row of the grid. Enter saves what was typed, Escape restores it; the row says what is still wrong before it is saved. */
export function FixRow({ importId, row, fields, layout, ticked, onTick, onSettled }: FixRowProps) {
  const [typed, setTyped] = useState<Typed>({})
  const [busy, setBusy] = useState(false)
  const element = useRef<HTMLTableRowElement>(null)
  const fix = useFix(importId)
  const { message } = App.useApp()
  const check = useCheck({ importId, rowId: row.rowId }, typed)
  const changed = Object.keys(typed).length > 0
  const seen = check.row ?? row

  useUnsavedGuard(changed)

  async function settle(how: Omit<Fix, 'rowId'>, then: 'go on' | 'stay') {
    setBusy(true)
    try {
      const settled = withCells(row, await fix({ rowId: row.rowId, ...how }), how.cells ?? {})
      setTyped({})
      onSettled(settled)
      if (then === 'go on') setTimeout(() => element.current && goOn(element.current, settled))
    } catch (error) {
      void message.error(errorSentence(error), 8)
    } finally {
      setBusy(false)
    }
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>) {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') setTyped({})
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (busy) return
    if (changed) void settle({ cells: typed }, 'go on')
    else if (element.current) focusNextRow(element.current)
  }
  // Like in a sheet, what was typed holds once one goes elsewhere; another window is not elsewhere.
  function onBlur(event: FocusEvent<HTMLTableRowElement>) {
    if (changed && !busy && document.hasFocus() && !event.currentTarget.contains(event.relatedTarget))
      void settle({ cells: typed }, 'stay')
  }
  const open = waits(row) || row.bucket === 'left_out'
  const cellOf = (field: string) => (
    <FixCell
      key={field}
      row={row}
      field={field}
      text={typed[field] ?? textOf(row, field)}
      reasons={open ? seen.reasons.filter((reason) => reason.field === field) : []}
      editing={open}
      onType={(text) => setTyped(withText(typed, row, { field, text }))}
    />
  )
  return (
    <tr
      ref={element}
      data-row={row.rowId}
      data-waits={waits(row) ? 'yes' : undefined}
      className={open ? undefined : 'fix-settled'}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <td className="fix-tick">
        <input
          type="checkbox"
          aria-label={t('tickRow', { row: row.row })}
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
      </td>
      <th
        scope="row"
        className="fix-number figures"
        title={t('sheetRow', { sheet: row.sheet, row: row.row })}
      >
        {row.row}
      </th>
      {fields.map((field) => (
        <td key={field}>{cellOf(field)}</td>
      ))}
      {layout === 'wrong' && (
        <td className="fix-wrong">
          {wrongFields(row, seen, typed)
            .filter((field) => !fields.includes(field))
            .map(cellOf)}
          <RowReasons row={open ? seen : { ...row, reasons: [] }} />
        </td>
      )}
      <td className="fix-act" aria-live="polite">
        {layout === 'all' && <RowReasons row={open ? seen : { ...row, reasons: [] }} />}
        {changed ? (
          <Typing check={check} busy={busy} save={() => void settle({ cells: typed }, 'go on')} />
        ) : (
          <Decisions row={row} busy={busy} decide={(decision) => void settle({ decision }, 'go on')} />
        )}
      </td>
    </tr>
  )
}

function goOn(element: HTMLTableRowElement, settled: ImportRow): void {
  if (waits(settled)) focusRow(element)
  else focusNextRow(element)
}

// What was wrong stays in sight while it is being put right, and so does what turned out to be wrong meanwhile.
function wrongFields(row: ImportRow, seen: ImportRow, typed: Typed): string[] {
  const of = (each: ImportRow) => each.reasons.flatMap(({ field }) => (field === null ? [] : [field]))
  return [...new Set([...of(row), ...of(seen), ...Object.keys(typed)])]
}

/** Reasons about the row as a whole: hidden, struck through. */
function RowReasons({ row }: { row: ImportRow }) {
  const whole = row.reasons.filter((reason) => reason.field === null)
  return whole.map((reason) => (
    <p key={reason.code} className="cell-why">
      {reasonWords(reason)}
    </p>
  ))
}

interface TypingProps {
  check: ReturnType<typeof useCheck>
  busy: boolean
  save: () => void
}

function Typing({ check, busy, save }: TypingProps) {
  const fine = check.state === 'checked' && check.row !== null && !waits(check.row)
  return (
    <div className="fix-typing">
      <Button size="small" type={fine ? 'primary' : 'default'} loading={busy} onClick={save}>
        {t('save')}
      </Button>
      {check.error !== null && <span className="cell-why">{errorSentence(check.error)}</span>}
      {check.state === 'checking' && <span className="quiet">{t('checking')}</span>}
      {fine && (
        <span className="fix-fine">
          <Icon name="check" size={16} />
          {t('mended')}
        </span>
      )}
      {check.state === 'checked' && check.row && waits(check.row) && (
        <span className="quiet">{t('stillWrong', { count: check.row.reasons.length })}</span>
      )}
    </div>
  )
}

interface DecisionsProps {
  row: ImportRow
  busy: boolean
  decide: (decision: 'confirmed' | 'left_out' | 'open') => void
}

function Decisions({ row, busy, decide }: DecisionsProps) {
  if (!waits(row))
    return (
      <div className="fix-typing">
        <span className={row.bucket === 'left_out' ? 'quiet' : 'fix-fine'}>
          <Icon name={row.bucket === 'left_out' ? 'close' : 'check'} size={16} />
          {listWords(row.bucket)}
        </span>
        {row.decision !== null && (
          <Button size="small" type="text" loading={busy} onClick={() => decide('open')}>
            {t('reopen')}
          </Button>
        )}
      </div>
    )
  return (
    <div className="fix-typing">
      {row.confirmable && (
        <Button size="small" loading={busy} onClick={() => decide('confirmed')}>
          {t('takeAsIs')}
        </Button>
      )}
      <Button size="small" type="text" disabled={busy} onClick={() => decide('left_out')}>
        {t('leaveOut')}
      </Button>
    </div>
  )
}

function textOf(row: ImportRow, field: string): string {
  return row.cells.find((cell) => cell.field === field)?.text ?? ''
}

// What was typed back to what the sheet says is no change.
function withText(typed: Typed, row: ImportRow, cell: { field: string; text: string }): Typed {
  const { [cell.field]: _before, ...others } = typed
  return cell.text === textOf(row, cell.field) ? others : { ...others, [cell.field]: cell.text }
}
