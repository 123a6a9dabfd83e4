import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { Searched, sortedBy } from './registers.ts'

export const benefitCategories = [
  'holiday_gift',
  'birthday',
  'wedding',
  'birth',
  'hospital',
  'death_of_member',
  'death_of_relative',
  'retirement',
  'winter_warmth',
  'other',
] as const
/** What a union may give a member; which of them a region allows is a rule. */
export const BenefitCategory = oneOf(benefitCategories)
export type BenefitCategory = Static<typeof BenefitCategory>

export const occasions = [
  'new_year',
  'spring_festival',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
  'qixi',
] as const
/** A festival; which of them are statutory holidays is a rule (Qixi is not). */
export const Occasion = oneOf(occasions)
export type Occasion = Static<typeof Occasion>

export const benefitStates = ['given', 'waiting', 'allowed', 'refused'] as const
/** Within the ceilings; above one and waiting for a second person; allowed or refused by that person. */
export const BenefitState = oneOf(benefitStates)

/** A ceiling as the rule of the day says it. */
export const CeilingRow = Type.Object({
  category: BenefitCategory,
  occasion: Type.Optional(Occasion),
  per: oneOf(['event', 'year']),
  limitFen: Type.Integer(),
})
export type CeilingRow = Static<typeof CeilingRow>

/** A ceiling for one person, and how much of it is used. */
export const CeilingUse = Type.Intersect([CeilingRow, Type.Object({ usedFen: Type.Integer() })])
export type CeilingUse = Static<typeof CeilingUse>

/** A benefit somebody got, or that waits; what it passed, why, and who decided. */
export const BenefitRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  personId: Id,
  personName: Type.String(),
  category: BenefitCategory,
  occasion: Nullable(Occasion),
  givenOn: DateOnly,
  amountFen: Type.Integer(),
  yearFen: Type.Integer({ description: 'what the person got of the category in the year, this included' }),
  note: Type.String(),
  isPaidHere: Type.Boolean({ description: 'goes the way of the payment lists' }),
  state: BenefitState,
  canDecide: Type.Boolean(),
  recordedBy: Type.String(),
  override: Nullable(
    Type.Object({
      reason: Type.String(),
      excessFen: Type.Integer({ description: 'above the ceiling that is passed most' }),
      decidedBy: Nullable(Type.String()),
      decidedAt: Nullable(Instant),
      decisionReason: Nullable(Type.String()),
    }),
  ),
})
export type BenefitRow = Static<typeof BenefitRow>

const ofEvent = {
  category: BenefitCategory,
  occasion: Type.Optional(Occasion),
  event: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
}
const listed = {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  state: Type.Optional(BenefitState),
  category: Type.Optional(BenefitCategory),
  q: Searched,
  sort: sortedBy(['union', 'day', 'amount', 'year']),
}
const Reason = Type.String({ minLength: 4, maxLength: 300 })

/** Benefits to members under the ceilings of the region. */
export const operations = {
  getCeilings: operation({
    method: 'GET',
    path: '/benefit-ceilings',
    summary: 'The ceilings, categories and holidays that hold here today, and where they come from',
    output: Type.Object({
      ceilings: Type.Array(CeilingRow),
      categories: Type.Array(BenefitCategory),
      occasions: Type.Array(Occasion),
      inMoney: Type.Array(BenefitCategory, {
        description: 'may be paid in money; the rest is given in goods',
      }),
      sources: Type.Array(Type.String()),
    }),
  }),
  getBenefitRoom: operation({
    method: 'GET',
    path: '/members/:personId/benefit-room',
    summary: 'The ceilings that hold for a benefit to somebody on a day, and how much of each is used',
    params: Type.Object({ personId: Id }),
    query: Type.Object({ ...ofEvent, givenOn: DateOnly }),
    output: Type.Object({ ceilings: Type.Array(CeilingUse), source: Type.String() }),
  }),
  listBenefits: operation({
    method: 'GET',
    path: '/benefits',
    summary: 'Benefits within scope; every override with its reason and who allowed it',
    query: Type.Object({ ...listed, ...PageQuery }),
    output: PageOf(BenefitRow),
  }),
  getBenefit: operation({
    method: 'GET',
    path: '/benefits/:benefitId',
    summary: 'One benefit, with its override where it passes a ceiling',
    params: Type.Object({ benefitId: Id }),
    output: BenefitRow,
  }),
  downloadBenefits: operation({
    method: 'POST',
    path: '/benefits/workbook',
    summary: 'The register of benefits as a workbook',
    body: Type.Object({
      ...listed,
      purpose: Reason,
      language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  recordBenefit: operation({
    method: 'POST',
    path: '/benefits',
    summary:
      'Record a benefit to a member, to be paid where a budget is named; above a ceiling only with a reason, for a second person to decide',
    body: Type.Object({
      personId: Id,
      ...ofEvent,
      givenOn: DateOnly,
      amountFen: AmountFen,
      note: Type.Optional(Type.String({ maxLength: 300 })),
      overrideReason: Type.Optional(Reason),
      budgetId: Type.Optional(Id),
    }),
    output: Type.Object({ benefitId: Id, state: BenefitState }),
    status: 201,
  }),
  decideBenefit: operation({
    method: 'POST',
    path: '/benefits/:benefitId/decision',
    summary: 'Allow or refuse a benefit above a ceiling that another officer recorded',
    params: Type.Object({ benefitId: Id }),
    body: Type.Object({ outcome: oneOf(['allowed', 'refused']), reason: Reason }),
    output: Nothing,
  }),
}
