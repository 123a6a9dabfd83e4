/** How a month of entry or leaving is paid. */
export type Part = 'full' | 'none' | 'pro_rata'

/** The rules of a month as values; each is a dated row of the table of rules. */
export interface StipendRules {
  /** Grades from the highest, with the fen of a whole month. */
  grades: readonly { grade: string; fen: number }[]
  bounds: { leastFen: number; mostFen: number }
  partialMonth: { entry: Part; leaving: Part }
}

/** A person's month: days in entitled posts, over all of them together, and whether the first and the last day are among them. */
export interface MonthInPost {
  days: number
  monthDays: number
  coversFirst: boolean
  coversLast: boolean
  grade: string | null
  /** Induction is asked for and was not completed by the last day. */
  lacksInduction: boolean
}

/** What a month comes to: whole fen. `rateFen` is the whole month by grade. */
export interface MonthDue {
  rateFen: number
  part: Part
  dueFen: number
}

/**
 * One month of one person. The grade gives the rate, which is nought or lies within the bounds (D9: 300.00 to 2,000.00 yuan a month); the month of
 * entry and of leaving follow the rule, the stricter one where both fall together; without the induction it asks for a month is not paid; part of a month goes by its days, rounded to the fen, half up.
 * Throws where the table of grades breaks the bounds: such a table must not pay anybody.
 */
export function dueFor(month: MonthInPost, rules: StipendRules): MonthDue {
  const rateFen = rateOf(month.grade, rules)
  const part = partOf(month, rules)
  switch (part) {
    case 'none':
      return { rateFen, part, dueFen: 0 }
    case 'full':
      return { rateFen, part, dueFen: rateFen }
    case 'pro_rata':
      return {
        rateFen,
        part,
        dueFen: Math.floor((2 * rateFen * month.days + month.monthDays) / (2 * month.monthDays)),
      }
  }
}

function rateOf(grade: string | null, { grades, bounds }: StipendRules): number {
  const fen = grades.find((each) => each.grade === grade)?.fen ?? 0
  const isWithin = Number.isSafeInteger(fen) && fen >= bounds.leastFen && fen <= bounds.mostFen
  if (fen !== 0 && !isWithin) throw new Error('the table of grades breaks the bounds of the stipend')
  return fen
}

const strictness: readonly Part[] = ['none', 'pro_rata', 'full']

function partOf(
  { days, coversFirst, coversLast, lacksInduction }: MonthInPost,
  { partialMonth }: StipendRules,
): Part {
  if (days === 0 || lacksInduction) return 'none'
  const parts: Part[] = ['full']
  if (!coversFirst) parts.push(partialMonth.entry)
  if (!coversLast) parts.push(partialMonth.leaving)
  return strictness.find((each) => parts.includes(each))!
}
