import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { benefitFault, ceilingsFor, excessesOf, type Benefit, type Ceiling } from './rules.ts'

const anhui: Ceiling[] = [
  { category: 'holiday_gift', per: 'year', limitFen: 150_000 },
  { category: 'birthday', per: 'year', limitFen: 30_000 },
  { category: 'wedding', per: 'event', limitFen: 60_000 },
  { category: 'death_of_member', per: 'event', limitFen: 200_000 },
]
const guizhou: Ceiling[] = [
  { category: 'holiday_gift', occasion: 'spring_festival', per: 'event', limitFen: 50_000 },
  { category: 'holiday_gift', per: 'event', limitFen: 20_000 },
]
const shandong: Ceiling[] = [
  { category: 'winter_warmth', per: 'event', limitFen: 300_000 },
  { category: 'winter_warmth', per: 'year', limitFen: 600_000 },
]
const gift = (amountFen: number, more: Partial<Benefit> = {}): Benefit => ({
  category: 'holiday_gift',
  occasion: 'mid_autumn',
  note: '',
  amountFen,
  eventFen: 0,
  yearFen: 0,
  ...more,
})
const over = (benefit: Benefit, ceilings: Ceiling[]) =>
  excessesOf(benefit, ceilings).map(({ per, excessFen }) => [per, excessFen])

test('exactly at a ceiling passes, one fen above does not', () => {
  const cases: [string, Benefit, Ceiling[], unknown[]][] = [
    ['the whole year at once', gift(150_000), anhui, []],
    ['a fen above', gift(150_001), anhui, [['year', 1]]],
    ['the rest of the year', gift(50_000, { yearFen: 100_000 }), anhui, []],
    ['a fen above the rest', gift(50_001, { yearFen: 100_000 }), anhui, [['year', 1]]],
    ['Spring Festival', gift(50_000, { occasion: 'spring_festival' }), guizhou, []],
    ['above it', gift(50_001, { occasion: 'spring_festival' }), guizhou, [['event', 1]]],
    ['another holiday', gift(20_000), guizhou, []],
    ['above that', gift(20_001), guizhou, [['event', 1]]],
    ['twice for one holiday', gift(1, { eventFen: 20_000 }), guizhou, [['event', 1]]],
    ['a wedding', gift(60_000, { category: 'wedding', occasion: null }), anhui, []],
    ['above', gift(60_001, { category: 'wedding', occasion: null }), anhui, [['event', 1]]],
  ]
  for (const [name, benefit, ceilings, expected] of cases)
    assert.deepEqual(over(benefit, ceilings), expected, name)
})

test('where a time and a year both have a ceiling, each is looked at', () => {
  const warmth = (amountFen: number, yearFen: number) =>
    over(gift(amountFen, { category: 'winter_warmth', occasion: null, yearFen }), shandong)
  assert.deepEqual(warmth(300_000, 300_000), [])
  assert.deepEqual(warmth(300_001, 300_000), [
    ['event', 1],
    ['year', 1],
  ])
  assert.deepEqual(warmth(300_000, 300_001), [['year', 1]])
})

test('a ceiling of an occasion takes the place of the general one of the same span only', () => {
  const rows: Ceiling[] = [...guizhou, { category: 'holiday_gift', per: 'year', limitFen: 170_000 }]
  const kept = ceilingsFor({ category: 'holiday_gift', occasion: 'spring_festival' }, rows)
  assert.deepEqual(
    kept.map(({ limitFen }) => limitFen),
    [50_000, 170_000],
  )
})

test('only listed categories, only statutory holidays, and other only with a note', () => {
  const allowed = {
    categories: ['holiday_gift', 'birthday', 'other'],
    occasions: ['mid_autumn'],
    inMoney: ['other'],
  }
  const fault = (more: Partial<Benefit>, budgetId: string | null = null) =>
    benefitFault({ ...gift(1, more), budgetId }, allowed)
  assert.equal(fault({}), null)
  assert.equal(fault({ occasion: 'qixi' }), 'ceilings.not_a_holiday', 'Qixi is no statutory holiday')
  assert.equal(fault({ occasion: null }), 'ceilings.not_a_holiday')
  assert.equal(fault({ category: 'wedding' }), 'ceilings.category_not_listed')
  assert.equal(fault({ category: 'other', note: '   ' }), 'ceilings.other_needs_note')
  assert.equal(fault({ category: 'other', note: '高温慰问' }), null)
  assert.equal(fault({ category: 'other', note: '高温慰问' }, 'a budget'), null)
  assert.equal(fault({}, 'a budget'), 'ceilings.goods_only', 'a holiday is given in goods')
})

test('a benefit passes exactly when the sum of its span stays at or below the ceiling', () => {
  fc.assert(
    fc.property(
      fc.nat(200_000),
      fc.nat(200_000),
      fc.integer({ min: 1, max: 200_000 }),
      (before, limitFen, fen) => {
        const ceiling: Ceiling = { category: 'holiday_gift', per: 'year', limitFen }
        const passes = excessesOf(gift(fen, { yearFen: before }), [ceiling]).length === 0
        assert.equal(passes, before + fen <= limitFen)
      },
    ),
    { seed: 20261128, numRuns: 1000 },
  )
})
