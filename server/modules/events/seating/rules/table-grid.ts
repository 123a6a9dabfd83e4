/**
 * Tables without a repeat: with a prime number p of tables, whoever has seat `row` and place `column` sits in round r at table
 * (column + row · r) mod p. Two people of different rows meet in exactly one of p rounds, two of one row never.
 */
export interface Grid {
  /** The prime number of tables. */
  tables: number
  /** Whose seat each row is; every table has one seat of each row. */
  rows: readonly Sex[]
}
type Sex = 'male' | 'female'

/** A place in the grid: row (seat at the table) and column. */
export interface Place {
  row: number
  column: number
}

/** The smallest grid in which everybody has a place with at most `seats` (2 or more) at a table, men and women spread alike over all tables. */
export function gridFor(count: Record<Sex, number>, seats: number): Grid {
  for (let tables = 2; ; tables++) {
    if (!isPrime(tables)) continue
    const male = Math.ceil(count.male / tables)
    const female = Math.ceil(count.female / tables)
    // With more rows than tables two of them would be the same row again.
    if (male + female > Math.min(seats, tables)) continue
    return { tables, rows: [...Array<Sex>(male).fill('male'), ...Array<Sex>(female).fill('female')] }
  }
}

/** The grid with as many more rows as newcomers need; never more rows than tables, so that somebody may stay without a place. */
export function widened(grid: Grid, missing: Record<Sex, number>): Grid {
  const rows = [...grid.rows]
  for (const sex of ['male', 'female'] as const) {
    const needed = Math.ceil(Math.max(0, missing[sex]) / grid.tables)
    for (let row = 0; row < needed && rows.length < grid.tables; row++) rows.push(sex)
  }
  return { tables: grid.tables, rows }
}

/** The table of a place in a round, from 0; rounds count from 0. */
export function tableAt({ row, column }: Place, round: number, tables: number): number {
  return (column + row * round) % tables
}

/** The place of somebody who sat there. */
export function placeOf(seat: { row: number; table: number }, round: number, tables: number): Place {
  const column = (seat.table - ((seat.row * round) % tables) + tables) % tables
  return { row: seat.row, column }
}

/** The one round in which two places share a table; null for two of one row. */
export function meetingRound(one: Place, other: Place, tables: number): number | null {
  if (one.row === other.row) return null
  const rows = (one.row - other.row + tables) % tables
  const columns = (other.column - one.column + tables) % tables
  return (columns * inverse(rows, tables)) % tables
}

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor++) if (number % factor === 0) return false
  return true
}

const inverses = new Map<number, Int32Array>()

function inverse(number: number, prime: number): number {
  let known = inverses.get(prime)
  if (known === undefined) {
    known = new Int32Array(prime)
    known[1] = 1
    // The inverse of a follows from that of the smaller p mod a.
    for (let a = 2; a < prime; a++)
      known[a] = (prime - ((Math.floor(prime / a) * known[prime % a]!) % prime)) % prime
    inverses.set(prime, known)
  }
  return known[number]!
}
