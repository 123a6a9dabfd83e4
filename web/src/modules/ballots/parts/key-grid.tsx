import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { useEffect, useReducer, useRef, type Dispatch, type KeyboardEvent } from 'react'
import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { ballotsChanged } from '../ballots-changed.ts'
import { t } from '../texts.ts'
import { isKeyed, keyed, longestBundle, startKeying, type KeyingStep } from './keyed-papers.ts'

interface KeyGridProps {
  ballotId: string
  bundleNo: number
  candidates: readonly { id: string; name: string }[]
  begin: readonly KeyedPaper[]
  /** Places, from 1, where the other person keyed something else. */
  differences: readonly number[]
}

const signs: Record<string, string> = { y: '○', n: '×', '-': '' }

/** Papers as rows, candidates as columns: a key marks and moves on, Enter begins the next paper. */
export function KeyGrid({ ballotId, bundleNo, candidates, begin, differences }: KeyGridProps) {
  const [{ papers, row, column }, step] = useReducer(
    keyed,
    { candidates: candidates.length, papers: begin },
    startKeying,
  )
  const table = useFocusAt(row, column)
  const save = useSave({ ballotId, bundleNo })
  return (
    <section className="panel">
      <div className="ballot-scroll">
        <table className="ballot-table ballot-grid" ref={table}>
          <thead>
            <tr>
              <th scope="col">{t('paperNo')}</th>
              {candidates.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('writeIn')}</th>
              <th scope="col">{t('unclear')}</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((paper, at) => (
              <PaperRow
                key={at}
                row={at}
                paper={paper}
                candidates={candidates}
                differs={differences.includes(at + 1)}
                step={step}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="ballot-line">
        <Button onClick={() => step({ do: 'add' })} disabled={papers.length >= longestBundle}>
          {t('addPaper')}
        </Button>
        <Button type="primary" loading={save.busy} onClick={() => save.send(papers)}>
          {t('save')} · {t('papers', { count: papers.length })}
        </Button>
      </div>
    </section>
  )
}

interface PaperRowProps {
  row: number
  paper: KeyedPaper
  candidates: KeyGridProps['candidates']
  differs: boolean
  step: Dispatch<KeyingStep>
}

function PaperRow({ row, paper, candidates, differs, step }: PaperRowProps) {
  const change = (part: Partial<KeyedPaper>) => step({ do: 'change', row, paper: part })
  const onKey = (event: KeyboardEvent) => {
    if (!isKeyed(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    step({ do: 'key', key: event.key })
  }
  return (
    <tr className={differs ? 'ballot-differs' : ''}>
      <th scope="row">{row + 1}</th>
      {candidates.map(({ id, name }, column) => (
        <td key={id}>
          <button
            type="button"
            className="ballot-mark"
            data-cell={`${row}-${column}`}
            aria-label={`${row + 1} ${name}: ${nameOf(paper.marks[column])}`}
            // Where keys come faster than the browser draws, the place is the grid's, not that of the focus.
            onFocus={({ relatedTarget }) => {
              if (!isCell(relatedTarget)) step({ do: 'go', row, column })
            }}
            onClick={() => {
              step({ do: 'go', row, column })
              change({ marks: turned(paper.marks, column) })
            }}
            onKeyDown={onKey}
          >
            {signs[paper.marks[column] ?? '-']}
          </button>
        </td>
      ))}
      <td>
        <Input
          aria-label={`${row + 1} ${t('writeIn')}`}
          maxLength={80}
          value={paper.writeIns.join('、')}
          onChange={({ target }) => change({ writeIns: target.value === '' ? [] : target.value.split('、') })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={`${row + 1} ${t('unclear')}`}
          checked={paper.unclear}
          onChange={({ target }) => change({ unclear: target.checked })}
        />
      </td>
    </tr>
  )
}

/** Keeps the focus at the place the next key marks; the first drawing takes none away. */
function useFocusAt(row: number, column: number) {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (table.current?.contains(document.activeElement) === true || row > 0 || column > 0)
      table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus()
  }, [row, column])
  return table
}

function isCell(element: EventTarget | null): boolean {
  return element instanceof HTMLElement && element.dataset.cell !== undefined
}

function turned(marks: string, column: number): string {
  const next: Record<string, string> = { '-': 'y', y: 'n', n: '-' }
  return marks.slice(0, column) + next[marks[column] ?? '-']! + marks.slice(column + 1)
}

function nameOf(mark: string | undefined): string {
  return mark === 'y' ? t('yes') : mark === 'n' ? t('no') : t('abstain')
}

function useSave({ ballotId, bundleNo }: { ballotId: string; bundleNo: number }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const act = useAct('recordPaperResult', { invalidates: ballotsChanged })
  return {
    busy: act.isPending,
    send: (papers: readonly KeyedPaper[]) =>
      act.mutate(
        {
          ballotId,
          bundleNo,
          papers: papers.map((paper) => ({
            ...paper,
            writeIns: paper.writeIns.map((name) => name.trim()).filter((name) => name !== ''),
          })),
        },
        {
          onSuccess: ({ differences }) => {
            if (differences !== null && differences.length > 0)
              void message.warning(t('differs', { places: differences.join('、') }), 8)
            else {
              void message.success(t('saved'))
              void navigate({ to: `/ballots/${ballotId}` as never })
            }
          },
          onError: (error) => void message.error(errorSentence(error), 8),
        },
      ),
  }
}
