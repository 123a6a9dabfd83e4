import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'

/**
 * Stroke orders of 6,939 characters (all of GB 2312), five kinds of strokes: 1 横 and 提, 2 竖, 3 撇, 4 点 and 捺, 5 折. One line for each order,
 * with the characters written so. Made from `cnchar-order` 3.2.6 (MIT, © theajack); the counts of 311 surnames agree with the Unihan data.
 */
const table = 'server/modules/ballots/strokes/stroke-orders.txt'

let orders: ReadonlyMap<string, string> | undefined

/**
 * Sorts by the strokes of the surname 姓氏笔画 (B10): fewer strokes first, then by the kind of each stroke in turn 横竖撇点折, then by the alphabet;
 * where the first character is the same, by the second in the same way, and so on. A shorter name comes before one that goes on. Characters
 * without a known order come after all others. Never by pinyin alone.
 */
export function inStrokeOrder<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, letters: [...nameOf(item).normalize('NFC').replaceAll(/\s/gu, '')] }))
    .sort((a, b) => compareNames(a.letters, b.letters))
    .map(({ item }) => item)
}

/** How many strokes a character has, or null where the table has no order of it. */
export function strokesOf(character: string): number | null {
  return ordersOfStrokes().get(character)?.length ?? null
}

const alphabet = new Intl.Collator('zh-u-co-pinyin')

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareCharacters(a[at]!, b[at]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareCharacters(a: string, b: string): number {
  if (a === b) return 0
  const [left, right] = [ordersOfStrokes().get(a), ordersOfStrokes().get(b)]
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined) || byAlphabet(a, b)
  return left.length - right.length || left.localeCompare(right) || byAlphabet(a, b)
}

function byAlphabet(a: string, b: string): number {
  return alphabet.compare(a, b) || a.codePointAt(0)! - b.codePointAt(0)!
}

function ordersOfStrokes(): ReadonlyMap<string, string> {
  orders ??= readTable()
  return orders
}

function readTable(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(projectRoot, table), 'utf8').trimEnd().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const order = /^[1-5]+/.exec(line)![0]
      return [...line.slice(order.length)].map((character): [string, string] => [character, order])
    }),
  )
}
