import type { KeyedPaper } from '#contract/ballots-shapes.ts'

/** The papers of a bundle as they are keyed, and the place the next key marks: it moves with the keys, not with what the browser has drawn. */
export interface Keying {
  candidates: number
  papers: readonly KeyedPaper[]
  row: number
  column: number
}

export type KeyingStep =
  | { do: 'key'; key: string }
  | { do: 'go'; row: number; column: number }
  | { do: 'change'; row: number; paper: Partial<KeyedPaper> }
  | { do: 'add' }

/** Papers in one bundle at most. */
export const longestBundle = 100

const marks: Record<string, string> = { 1: 'y', y: 'y', 2: 'n', n: 'n', 0: '-', '-': '-', ' ': '-' }
const moves: Record<string, readonly [number, number]> = {
  arrowup: [-1, 0],
  arrowdown: [1, 0],
  arrowleft: [0, -1],
  arrowright: [0, 1],
}

/** Whether a key does anything in the grid; the others are the browser's. */
export function isKeyed(key: string): boolean {
  const small = key.toLowerCase()
  return small in marks || small in moves || small === 'x' || small === 'enter'
}

/** Begins a bundle, or goes on with what was keyed of it. */
export function startKeying({
  candidates,
  papers,
}: {
  candidates: number
  papers: readonly KeyedPaper[]
}): Keying {
  return { candidates, papers: papers.length > 0 ? papers : [emptyPaper(candidates)], row: 0, column: 0 }
}

/** The papers after a step: a mark moves on to the next candidate, Enter to the next paper, X turns a paper unreadable. */
export function keyed(now: Keying, step: KeyingStep): Keying {
  switch (step.do) {
    case 'go':
      return { ...now, row: step.row, column: step.column }
    case 'change':
      return { ...now, papers: changed(now.papers, step.row, step.paper) }
    case 'add':
      return added(now)
    case 'key':
      return afterKey(now, step.key.toLowerCase())
  }
}

function afterKey(now: Keying, key: string): Keying {
  const { papers, row, column, candidates } = now
  const paper = papers[row]!
  const mark = marks[key]
  if (mark !== undefined)
    return {
      ...now,
      papers: changed(papers, row, {
        marks: paper.marks.slice(0, column) + mark + paper.marks.slice(column + 1),
      }),
      column: Math.min(column + 1, candidates - 1),
    }
  if (key === 'x') return { ...now, papers: changed(papers, row, { unclear: !paper.unclear }) }
  if (key === 'enter') return row === papers.length - 1 ? added(now) : { ...now, row: row + 1, column: 0 }
  const [down, right] = moves[key] ?? [0, 0]
  return {
    ...now,
    row: within(row + down, papers.length),
    column: within(column + right, candidates),
  }
}

function added(now: Keying): Keying {
  const { papers, candidates } = now
  if (papers.length >= longestBundle) return now
  return { ...now, papers: [...papers, emptyPaper(candidates)], row: papers.length, column: 0 }
}

function changed(papers: readonly KeyedPaper[], row: number, paper: Partial<KeyedPaper>): KeyedPaper[] {
  return papers.map((each, at) => (at === row ? { ...each, ...paper } : each))
}

function emptyPaper(candidates: number): KeyedPaper {
  return { marks: '-'.repeat(candidates), writeIns: [], unclear: false }
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1))
}
