import type { FieldError } from '#contract/errors.ts'
import type { BulletinBlock } from '#contract/reports-bulletins.ts'
import { isPeriod } from './periods.ts'

/** A figure as a template asks for it: `{couples|year-5..today}`, `{members|today|organisation}`. */
export interface FigureAsk {
  measure: string
  period: string
  by: string | null
}

/** A word that depends on whose bulletin it is and of which day: `{organisation}`, `{date}`, `{year}`, `{year-5}`. */
export type Word = { word: 'organisation' | 'date' } | { word: 'year'; before: number }

export type TemplatePart = { text: string } | Word | ({ measure: string } & FigureAsk)

/** One line: the title (`# `) and a second one below it, a heading (`## `), a paragraph, or a table of one figure by its parts. */
export interface TemplateBlock {
  kind: BulletinBlock['kind']
  line: number
  parts: TemplatePart[]
}

/** A placeholder that is wrong, and in which line. */
export interface TemplateFault {
  line: number
  code: string
  params?: FieldError['params']
}

/**
 * Reads a template. Each line is a block, an empty one is nothing; `{{` and `}}` are braces. The first block is the title. Says of every wrong
 * placeholder what is wrong with it and in which line; whether a measure of the name exists is asked of the catalogue afterwards.
 */
export function readTemplate(text: string): { blocks: TemplateBlock[]; faults: TemplateFault[] } {
  const faults: TemplateFault[] = []
  const blocks = text.split(/\r?\n/).flatMap((raw, at): TemplateBlock[] => {
    const line = at + 1
    if (raw.trim() === '') return []
    const { kind, words } = kindOf(raw.trim())
    const parts = partsOf(words, (code, params) => faults.push({ line, code, ...(params ? { params } : {}) }))
    return [{ kind: isTable(parts) ? 'table' : kind, line, parts }]
  })
  for (const [at, block] of blocks.entries()) if (at > 0 && block.kind === 'title') block.kind = 'subtitle'
  for (const { kind, line, parts } of blocks)
    if (kind !== 'table' && parts.some((part) => 'measure' in part && part.by !== null))
      faults.push({ line, code: 'reports.table_alone' })
  if (blocks[0]?.kind !== 'title') faults.push({ line: blocks[0]?.line ?? 1, code: 'reports.no_title' })
  else if (blocks[0].parts.some((part) => 'measure' in part))
    faults.push({ line: blocks[0].line, code: 'reports.figure_in_title' })
  return { blocks, faults: faults.sort((a, b) => a.line - b.line) }
}

function kindOf(line: string): { kind: 'title' | 'heading' | 'paragraph'; words: string } {
  if (line.startsWith('## ')) return { kind: 'heading', words: line.slice(3).trim() }
  if (line.startsWith('# ')) return { kind: 'title', words: line.slice(2).trim() }
  return { kind: 'paragraph', words: line }
}

function isTable(parts: readonly TemplatePart[]): boolean {
  const [only] = parts
  return parts.length === 1 && only !== undefined && 'measure' in only && only.by !== null
}

type Tell = (code: string, params?: FieldError['params']) => void

// Doubled braces first, then a placeholder, then a brace that belongs to nothing, then words.
const pieces = /\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g

function partsOf(words: string, tell: Tell): TemplatePart[] {
  const parts: TemplatePart[] = []
  const say = (text: string) => {
    const last = parts.at(-1)
    if (last !== undefined && 'text' in last) last.text += text
    else parts.push({ text })
  }
  for (const piece of words.match(pieces) ?? []) {
    if (piece === '{{') say('{')
    else if (piece === '}}') say('}')
    else if (piece === '{' || piece === '}') tell('reports.open_brace')
    else if (piece.startsWith('{')) {
      const part = placeholderOf(piece.slice(1, -1).trim(), tell)
      if (part !== null) parts.push(part)
    } else say(piece)
  }
  return parts
}

function placeholderOf(inside: string, tell: Tell): TemplatePart | null {
  const year = /^year(?:-(\d{1,2}))?$/.exec(inside)
  if (inside === 'organisation' || inside === 'date') return { word: inside }
  if (year) return { word: 'year', before: Number(year[1] ?? 0) }
  const [measure = '', period = '', by = null, ...rest] = inside.split('|').map((each) => each.trim())
  const named = /^[a-z][a-z0-9_]{1,59}$/
  if (rest.length > 0 || period === '' || !named.test(measure) || (by !== null && !named.test(by))) {
    tell('reports.bad_placeholder', { placeholder: inside.slice(0, 60) })
    return null
  }
  if (!isPeriod(period)) {
    tell('reports.bad_period', { period: period.slice(0, 40) })
    return null
  }
  return { measure, period, by }
}
