import { word } from './words.ts'

/** The period of a claim as people read it: a month stays as it is; a benefit’s is its day and the name of its category. */
export function periodWords(period: string): string {
  const [day, category, ...more] = period.split(' ')
  if (category === undefined) return period
  const name = word('benefit', category)
  return [day, name, ...more].join(' ')
}
