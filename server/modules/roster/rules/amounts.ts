import { CellKind, type CellValue } from '#server/platform/workbook/index.ts'
import { repairTight } from './characters.ts'
import { readChineseInteger } from './chinese-numerals.ts'
import { Mark, type Marks } from './marks.ts'

/**
 * A count of people in a cell that is not blank, or null when it is not an exact whole number (X12). Import policy,
 * section 5.
 */
export function readCount(value: CellValue, kind: number, marks: Marks): number | null {
  if (kind === CellKind.number) return wholeCount(value as number)
  if (kind !== CellKind.text) return null
  const tight = repairTight(String(value), marks)
  if (/^\d+$/.test(tight)) return wholeCount(Number(tight))
  marks.bits |= Mark.X12
  const bare = tight.replace(/人$/u, '').replace(/\.0+$/, '')
  if (/^\d+$/.test(bare)) return wholeCount(Number(bare))
  if (GROUPED.test(bare)) return wholeCount(Number(bare.replaceAll(',', '')))
  return readChineseInteger(bare)
}

/**
 * An amount of money in fen in a cell that is not blank, or null when it is not exact (X13). `unitFen` is what a bare
 * number counts: 100 for yuan, 1,000,000 where the header says 万元.
 */
export function readMoneyFen(value: CellValue, kind: number, unitFen: number, marks: Marks): number | null {
  if (kind !== CellKind.number && kind !== CellKind.text) return null
  if (kind === CellKind.number) {
    if (unitFen !== 100) marks.bits |= Mark.X13
    return numberFen(value as number, unitFen)
  }
  const tight = repairTight(String(value), marks)
  if (/^\d+(?:\.\d+)?$/.test(tight) && unitFen === 100) return decimalFen(tight, 100)
  marks.bits |= Mark.X13
  return writtenFen(tight, unitFen)
}

function writtenFen(tight: string, unitFen: number): number | null {
  const bare = tight
    .replace(/^(?:人民币|rmb)/iu, '')
    .replace(/^[￥¥]/u, '')
    .replace(/[整正]$/u, '')
  const inYuan = /元$/u.test(bare)
  const amount = inYuan ? bare.slice(0, -1) : bare
  const scaled = /^(\d[\d,]*(?:\.\d+)?)(万|亿)$/u.exec(amount)
  if (scaled) return groupedFen(scaled[1] as string, scaled[2] === '万' ? 1_000_000 : 10_000_000_000)
  const plain = groupedFen(amount, inYuan ? 100 : unitFen)
  if (plain !== null) return plain
  const chinese = readChineseInteger(amount)
  return chinese === null ? null : safe(chinese * (inYuan || amount.includes('万') ? 100 : unitFen))
}

function groupedFen(text: string, unitFen: number): number | null {
  if (GROUPED.test(text)) return decimalFen(text.replaceAll(',', ''), unitFen)
  return /^\d+(?:\.\d+)?$/.test(text) ? decimalFen(text, unitFen) : null
}

/** Exact decimal arithmetic: digits, never floats. Null when there is a part of a fen. */
function decimalFen(text: string, unitFen: number): number | null {
  const [whole, fraction = ''] = text.split('.') as [string, string?]
  const places = Math.round(Math.log10(unitFen))
  const kept = fraction.slice(0, places).padEnd(places, '0')
  return /[1-9]/.test(fraction.slice(places)) ? null : safe(Number(whole + kept))
}

function numberFen(value: number, unitFen: number): number | null {
  const fen = Math.round(value * unitFen)
  return value >= 0 && Math.abs(value * unitFen - fen) < 1e-4 ? safe(fen) : null
}

function wholeCount(value: number): number | null {
  return Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE ? value : null
}

function safe(fen: number): number | null {
  return Number.isSafeInteger(fen) ? fen : null
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const MOST_PEOPLE = 100_000_000
