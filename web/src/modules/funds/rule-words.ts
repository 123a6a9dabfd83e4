import { language } from '../../i18n/language.ts'
import { formatMoney } from '../../kit/format.ts'
import { postName } from '../access/posts.ts'
import { b } from './benefit-texts.ts'
import { c } from './contribution-texts.ts'
import { p } from './point-texts.ts'
import { s } from './stipend-texts.ts'
import { word } from './words.ts'

type Reader = (value: never) => string

const joiner = () => (language() === 'zh' ? '；' : '; ')

const readers: Record<string, Reader> = {
  'stipends.grades': (rows: { grade: string; fen: number }[]) =>
    rows.map(({ grade, fen }) => `${word('grade', grade)} ${formatMoney(fen)}`).join(joiner()),
  'stipends.bounds': (bounds: { leastFen: number; mostFen: number }) =>
    s('between', { least: formatMoney(bounds.leastFen), most: formatMoney(bounds.mostFen) }),
  'stipends.entitled': (posts: { post: string; fullTime: boolean }[]) =>
    posts
      .map(({ post, fullTime }) => `${fullTime ? s('fullTime') : s('partTime')} ${postName(post)}`)
      .join(joiner()),
  'stipends.partial_month': (parts: { entry: 'full'; leaving: 'none' }) =>
    s('partial', { entry: s(`part_${parts.entry}`), leaving: s(`part_${parts.leaving}`) }),
  'stipends.induction': ({ required }: { required: boolean }) =>
    s(required ? 'inductionFirst' : 'inductionFree'),
  'direct_points.yearly': (bounds: { leastFen: number; mostFen: number }) =>
    s('between', { least: formatMoney(bounds.leastFen), most: formatMoney(bounds.mostFen) }),
  'direct_points.shares': (rows: { payer: string; weight: number }[]) =>
    rows.map(({ payer, weight }) => `${word('payer', payer)} ${weight}`).join(joiner()),
  'direct_points.parts': (rows: { part: number; permille: number }[]) =>
    rows.map(({ part, permille }) => `${p('partNumber', { part })} ${permille / 10} %`).join(joiner()),
  'funds.tax_categories': (rows: { category: string; permille: number }[]) =>
    rows.map(({ category, permille }) => `${word('tax', category)} ${permille / 10} %`).join(joiner()),
  'benefits.ceilings': (rows: { category: string; occasion?: string; per: string; limitFen: number }[]) =>
    rows
      .map(({ category, occasion, per, limitFen }) =>
        [
          word('benefit', category),
          ...(occasion === undefined ? [] : [word('occasion', occasion)]),
          b('limitLine', { per: word('per', per), limit: formatMoney(limitFen) }),
        ].join(' '),
      )
      .join(joiner()),
  'benefits.categories': (rows: string[]) => rows.map((row) => word('benefit', row)).join(joiner()),
  'benefits.in_money': (rows: string[]) => rows.map((row) => word('benefit', row)).join(joiner()),
  'benefits.occasions': (rows: string[]) => rows.map((row) => word('occasion', row)).join(joiner()),
  'contributions.rate': ({ basisPoints }: { basisPoints: number }) => share(basisPoints),
  'contributions.due_day': ({ monthsAfter, dayOfMonth }: { monthsAfter: number; dayOfMonth: number }) =>
    c(monthsAfter === 0 ? 'dueDaySame' : 'dueDayNext', { day: dayOfMonth }),
  'contributions.split.regular': splitWords,
  'contributions.split.preparatory': splitWords,
  'contributions.preparatory_return': ({ basisPoints }: { basisPoints: number }) => share(basisPoints),
  'contributions.late_fee': (fee: { isCharged: boolean; basisPointsPerDay: number; cap: string }) =>
    fee.isCharged
      ? c(fee.cap === 'debt' ? 'lateFeeCapped' : 'lateFeePerDay', { share: share(fee.basisPointsPerDay) })
      : c('lateFeeOff'),
}

function splitWords(rows: { level: string; basisPoints: number }[]): string {
  return rows
    .map(({ level, basisPoints }) => `${word('contributionLevel', level)} ${share(basisPoints)}`)
    .join(joiner())
}

function share(basisPoints: number): string {
  return `${basisPoints / 100} %`
}

/** A rule as applied, in words; one without words stays as it is written. */
export function ruleWords(key: string, value: string): string {
  const reader = readers[key]
  return reader === undefined ? value : reader(JSON.parse(value) as never)
}
