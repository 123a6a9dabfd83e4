/** A piece of what lies somewhere: a row, a record of the write-ahead log, a line. In the order in which it came to lie there. */
export interface Piece {
  /** The transaction that wrote it, where the source tells. */
  transaction: string | null
  bytes: Buffer
}

/** Bytes that name a voter of the roll, or a ballot. */
export type Needle = { bytes: Buffer } & ({ entryNo: number } | { ballot: string })

/** All that a source holds, one piece after the other; `raw` as bytes too, `text` in hexadecimal alone. */
export interface Holding {
  pieces: readonly Piece[]
  writing: 'raw' | 'text'
  haystack: Buffer
  starts: readonly number[]
}

/** Lays the pieces of a source one behind the other. */
export function holdingOf(writing: Holding['writing'], pieces: readonly Piece[]): Holding {
  const starts: number[] = []
  let start = 0
  for (const { bytes } of pieces) {
    starts.push(start)
    start += bytes.length + separator.length
  }
  return {
    pieces,
    writing,
    starts,
    haystack: Buffer.concat(pieces.flatMap(({ bytes }) => [bytes, separator])),
  }
}

const separator = Buffer.from('\n')

/** Guesses whose each ballot is: serial → line of the roll. */
export type Guesses = Map<string, number>

interface Sign {
  transaction: string | null
  entryNo: number | null
  ballot: string | null
}

/**
 * The linking program. It is given everything a source holds in the order in which it came to lie there, looks for whatever names a voter or a ballot,
 * and guesses in every way it knows: what one transaction wrote, who stands nearest before or after a ballot, and one order laid beside the other, by
 * the first sign of each and by the last.
 */
export function link(held: Holding, needles: readonly Needle[]): Map<string, Guesses> {
  const signs = signsIn(held, needles)
  return new Map([
    ['one transaction', bySameTransaction(signs)],
    ['nearest before', byNearest(signs)],
    ['nearest after', byNearest(signs.toReversed())],
    ['order of the first signs', byRank(signs)],
    ['order of the last signs', byRank(signs.toReversed())],
  ])
}

function signsIn({ pieces, writing, haystack, starts }: Holding, needles: readonly Needle[]): Sign[] {
  const found: { at: number; sign: Sign }[] = []
  for (const needle of needles)
    for (const form of formsOf(needle.bytes, writing))
      for (let at = haystack.indexOf(form); at >= 0; at = haystack.indexOf(form, at + form.length)) {
        const { transaction } = pieces[pieceAt(starts, at)]!
        const named =
          'ballot' in needle
            ? { ballot: needle.ballot, entryNo: null }
            : { ballot: null, entryNo: needle.entryNo }
        found.push({ at, sign: { transaction, ...named } })
      }
  return found.sort((a, b) => a.at - b.at).map(({ sign }) => sign)
}

function formsOf(bytes: Buffer, writing: Holding['writing']): Buffer[] {
  const hex = bytes.toString('hex')
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const texts = uuid === hex ? [Buffer.from(hex)] : [Buffer.from(hex), Buffer.from(uuid)]
  return writing === 'raw' ? [bytes, ...texts] : texts
}

function pieceAt(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

function bySameTransaction(signs: readonly Sign[]): Guesses {
  const voters = new Map<string, number>()
  for (const { transaction, entryNo } of signs)
    if (transaction !== null && entryNo !== null) voters.set(transaction, entryNo)
  const guesses: Guesses = new Map()
  for (const { transaction, ballot } of signs) {
    const voter = transaction === null ? undefined : voters.get(transaction)
    if (ballot !== null && voter !== undefined) guesses.set(ballot, voter)
  }
  return guesses
}

function byNearest(signs: readonly Sign[]): Guesses {
  const guesses: Guesses = new Map()
  let last: number | null = null
  for (const { entryNo, ballot } of signs) {
    if (entryNo !== null) last = entryNo
    else if (ballot !== null && last !== null && !guesses.has(ballot)) guesses.set(ballot, last)
  }
  return guesses
}

function byRank(signs: readonly Sign[]): Guesses {
  const voters = [...new Set(signs.flatMap(({ entryNo }) => (entryNo === null ? [] : [entryNo])))]
  const ballots = [...new Set(signs.flatMap(({ ballot }) => (ballot === null ? [] : [ballot])))]
  return new Map(
    ballots.flatMap((ballot, at) => (at < voters.length ? [[ballot, voters[at]!] as const] : [])),
  )
}
