import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { ballotsChanged } from '../ballots-changed.ts'
import { t } from '../texts.ts'

interface KeyGridProps {
  ballotId: string
  bundleNo: number
  candidates: readonly { id: string; name: string }[]
  begin: readonly KeyedPaper[]
  /** Places, from 1, where the other person keyed something else. */
  differences: readonly number[]
}

const longest = 100
const keys: Record<string, string> = { 1: 'y', y: 'y', 2: 'n', n: 'n', 0: '-', '-': '-', ' ': '-' }
const signs: Record<string, string> = { y: '○', n: '×', '-': '' }

/** Papers as rows, candidates as columns: a key marks and moves on, Enter begins the next paper. */
export function KeyGrid({ ballotId, bundleNo, candidates, begin, differences }: KeyGridProps) {
  const empty = (): KeyedPaper => ({ marks: '-'.repeat(candidates.length), writeIns: [], unclear: false })
  const [papers, setPapers] = useState<readonly KeyedPaper[]>(begin.length > 0 ? begin : [empty()])
  const table = useRef<HTMLTableElement>(null)
  const save = useSave({ ballotId, bundleNo })
  const change = (at: number, paper: Partial<KeyedPaper>) =>
    setPapers((all) => all.map((each, place) => (place === at ? { ...each, ...paper } : each)))
  const focus = (row: number, column: number) =>
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus())
  const add = () => {
    if (papers.length >= longest) return
    setPapers([...papers, empty()])
    focus(papers.length, 0)
  }
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const mark = keys[event.key.toLowerCase()]
    const move = moves[event.key]
    if (mark !== undefined) {
      const { marks } = papers[row]!
      change(row, { marks: marks.slice(0, column) + mark + marks.slice(column + 1) })
      focus(row, Math.min(column + 1, candidates.length - 1))
    } else if (event.key.toLowerCase() === 'x') change(row, { unclear: !papers[row]!.unclear })
    else if (event.key === 'Enter') {
      if (row === papers.length - 1) add()
      else focus(row + 1, 0)
    } else if (move) focus(row + move[0], column + move[1])
    else return
    event.preventDefault()
  }
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
            {papers.map((paper, row) => (
              <tr key={row} className={differences.includes(row + 1) ? 'ballot-differs' : ''}>
                <th scope="row">{row + 1}</th>
                {candidates.map(({ id, name }, column) => (
                  <td key={id}>
                    <button
                      type="button"
                      className="ballot-mark"
                      data-cell={`${row}-${column}`}
                      aria-label={`${row + 1} ${name}: ${nameOf(paper.marks[column])}`}
                      onClick={() => change(row, { marks: turned(paper.marks, column) })}
                      onKeyDown={(event) => onKey(event, row, column)}
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
                    onChange={({ target }) =>
                      change(row, { writeIns: target.value === '' ? [] : target.value.split('、') })
                    }
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={`${row + 1} ${t('unclear')}`}
                    checked={paper.unclear}
                    onChange={({ target }) => change(row, { unclear: target.checked })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="ballot-line">
        <Button onClick={add} disabled={papers.length >= longest}>
          {t('addPaper')}
        </Button>
        <Button type="primary" loading={save.busy} onClick={() => save.send(papers)}>
          {t('save')} · {t('papers', { count: papers.length })}
        </Button>
      </div>
    </section>
  )
}

const moves: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
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
