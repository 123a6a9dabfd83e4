import type { PaperBlock } from '#contract/paper.ts'

/** A paragraph. */
export function line(text: string): PaperBlock {
  return paragraph(text, 'body')
}

/** A line in the middle. */
export function centred(text: string): PaperBlock {
  return paragraph(text, 'centre')
}

/** A line at the right edge: who signs, and when. */
export function atEnd(text: string): PaperBlock {
  return paragraph(text, 'end')
}

/** A table with a heading row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): PaperBlock {
  return { is: 'table', text: '', place: 'body', head: [...head], rows: rows.map((row) => [...row]) }
}

/** A day as papers write it: 2026年7月8日. */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Lines for a signature and a date to be written by hand. */
export const signedAndSealed = [atEnd('（盖章）                    '), atEnd('        年      月      日')]

function paragraph(text: string, place: PaperBlock['place']): PaperBlock {
  return { is: 'text', text, place, head: [], rows: [] }
}
