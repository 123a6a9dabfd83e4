/**
 * The assignment of `size` rows to `size` columns with the greatest total weight, as the column of each row (Hungarian method by shortest
 * augmenting paths, Jonker and Volgenant 1987; cubic). `weights` is row by row and must be finite.
 */
export function assign(weights: Float64Array, size: number): Int32Array {
  return new Assignment(weights, size).solve().columnOf
}

/** The assignment with the prices that prove it: no reduced cost is below zero, and those of the chosen pairs are zero. */
export function assignWithPrices(
  weights: Float64Array,
  size: number,
): { columnOf: Int32Array; rowPrice: Float64Array; columnPrice: Float64Array } {
  return new Assignment(weights, size).solve()
}

class Assignment {
  readonly #weights: Float64Array
  readonly #size: number
  readonly columnOf: Int32Array
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly #rowOf: Int32Array
  readonly #distance: Float64Array
  readonly #cameFrom: Int32Array
  readonly #columns: Int32Array

  constructor(weights: Float64Array, size: number) {
    this.#weights = weights
    this.#size = size
    this.columnOf = new Int32Array(size).fill(-1)
    this.rowPrice = new Float64Array(size)
    this.columnPrice = new Float64Array(size)
    this.#rowOf = new Int32Array(size).fill(-1)
    this.#distance = new Float64Array(size)
    this.#cameFrom = new Int32Array(size)
    this.#columns = new Int32Array(size)
  }

  solve(): this {
    this.#takeWhatIsFree()
    for (let row = 0; row < this.#size; row++) if (this.columnOf[row] === -1) this.#augment(row)
    return this
  }

  // Every column asks for its best row; who is asked once is placed at once, and only the rest need paths.
  #takeWhatIsFree(): void {
    const size = this.#size
    for (let column = 0; column < size; column++) {
      let best = 0
      for (let row = 1; row < size; row++) {
        if (this.#weights[row * size + column]! > this.#weights[best * size + column]!) best = row
      }
      this.columnPrice[column] = -this.#weights[best * size + column]!
      if (this.columnOf[best] === -1) {
        this.columnOf[best] = column
        this.#rowOf[column] = best
      }
    }
  }

  // The shortest path from a free row to a free column over reduced costs; columns before `ready` are settled.
  #augment(freeRow: number): void {
    const size = this.#size
    const columns = this.#columns
    for (let column = 0; column < size; column++) {
      columns[column] = column
      this.#distance[column] = this.#cost(freeRow, column)
      this.#cameFrom[column] = freeRow
    }
    let ready = 0
    for (;;) {
      let nearest = ready
      for (let at = ready + 1; at < size; at++) {
        if (this.#distance[columns[at]!]! < this.#distance[columns[nearest]!]!) nearest = at
      }
      const column = columns[nearest]!
      columns[nearest] = columns[ready]!
      columns[ready] = column
      const reached = this.#distance[column]!
      const row = this.#rowOf[column]!
      if (row === -1) {
        this.#settle(ready, reached, freeRow)
        this.#turn(column, freeRow)
        return
      }
      ready += 1
      this.#relax({ ready, row, reached })
    }
  }

  #relax(from: { ready: number; row: number; reached: number }): void {
    const size = this.#size
    const start = from.row * size
    const base = from.reached - this.rowPrice[from.row]!
    for (let at = from.ready; at < size; at++) {
      const column = this.#columns[at]!
      const through = base - this.#weights[start + column]! - this.columnPrice[column]!
      if (through < this.#distance[column]!) {
        this.#distance[column] = through
        this.#cameFrom[column] = from.row
      }
    }
  }

  // Prices move so that the path found costs nothing and nothing costs less than nothing.
  #settle(ready: number, reached: number, freeRow: number): void {
    this.rowPrice[freeRow]! += reached
    for (let at = 0; at < ready; at++) {
      const column = this.#columns[at]!
      const slack = reached - this.#distance[column]!
      this.columnPrice[column]! -= slack
      this.rowPrice[this.#rowOf[column]!]! += slack
    }
  }

  #turn(freeColumn: number, freeRow: number): void {
    let column = freeColumn
    for (;;) {
      const row = this.#cameFrom[column]!
      const before = this.columnOf[row]!
      this.columnOf[row] = column
      this.#rowOf[column] = row
      if (row === freeRow) return
      column = before
    }
  }

  #cost(row: number, column: number): number {
    return -this.#weights[row * this.#size + column]! - this.rowPrice[row]! - this.columnPrice[column]!
  }
}
