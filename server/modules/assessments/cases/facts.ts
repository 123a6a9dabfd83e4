import { sql } from 'kysely'
import type { Indicator } from '#contract/assessments-schemes.ts'
import type { CountedRecord } from '#contract/assessments.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { meanOf, valueOfCount, type Known } from '../grading/grade.ts'
import { monthsHeld, type HeldAt, type Months, type Span } from '../grading/months.ts'
import type { PeriodRow } from '../schemes/find-period.ts'
import { subjectOf } from '../subjects.ts'
import { heardByPhone } from '../voices/heard.ts'

/** A score as it stood: its scorer by appointment only; null: members on their phones, together. */
export interface KeptScore {
  value: number
  voices: number | null
  note: string
  scoredBy: string | null
  scoredAt: string
}

/** What is known of an indicator at one post. */
export interface FactPart {
  organisationId: string
  months: number
  value: number | null
  count: number | null
  expected: string | null
  records: CountedRecord[]
  scores: KeptScore[]
}

/** What a result rests on, kept with it: months, and every indicator down to its records and scores. */
export interface Facts {
  months: number
  ofMonths: number
  lines: { code: string; parts: FactPart[] }[]
}

/**
 * An assessment to be computed. What members say on their phones is `sealed` until the first review: whoever watched a draft from voice to voice
 * would learn what each of them said.
 */
export interface Computed {
  id: string
  personId: string
  voices: 'counted' | 'sealed'
}

/** Gathers what is known of an assessment now: months by the rule, counts from the platform’s records, scores that stand. */
export async function gatherFacts(tx: Tx, period: PeriodRow, assessment: Computed): Promise<Facts> {
  const posts = await postsOf(tx, assessment.id)
  const leaves = await leavesOf(tx, assessment.id)
  const months = monthsHeld({ posts, leaves }, period, period.terms.monthDays)
  const places = [...new Set(posts.map((post) => post.organisationId))]
  const scores = [
    ...(await scoresOf(tx, assessment.id)),
    ...(assessment.voices === 'counted'
      ? await scoresByPhone(tx, assessment.id, period.terms.leastVoices)
      : []),
  ]
  const lines = []
  for (const indicator of period.content.indicators) {
    const counted = await countsOf(tx, { period, indicator, personId: assessment.personId, posts, places })
    const parts = places.map((organisationId, at): FactPart => {
      const at_ = { organisationId, months: months.at.get(organisationId) ?? 0 }
      if (indicator.source === 'counted')
        return countedPart(at_, { indicator, months, records: counted[at]! })
      const here = scores.filter(
        (each) => each.indicator === indicator.code && each.organisationId === organisationId,
      )
      return scoredPart(at_, { indicator, scores: here, leastVoices: period.terms.leastVoices })
    })
    lines.push({ code: indicator.code, parts })
  }
  return { months: months.total, ofMonths: months.of, lines }
}

/** The same as the pure rules need it. */
export function knownOf(facts: Facts): Known {
  return {
    months: facts.months,
    ofMonths: facts.ofMonths,
    parts: new Map(facts.lines.map(({ code, parts }) => [code, parts])),
  }
}

type At = { organisationId: string; months: number }

function countedPart(
  at: At,
  {
    indicator,
    months,
    records,
  }: { indicator: Indicator; months: Months; records: readonly CountedRecord[] | null },
): FactPart {
  const nothing = { ...at, value: null, count: null, expected: null, records: [], scores: [] }
  if (records === null || at.months === 0) return nothing
  const count = records.reduce((total, record) => total + record.value, 0)
  const of = { target: indicator.target!, cap: indicator.cap, months: at.months, ofMonths: months.of }
  return {
    ...nothing,
    value: valueOfCount(count, of),
    count,
    expected: String(Math.round((of.target * of.months * 10) / of.ofMonths) / 10),
    records: [...records],
  }
}

function scoredPart(
  at: At,
  {
    indicator,
    scores,
    leastVoices,
  }: { indicator: Indicator; scores: readonly StandingScore[]; leastVoices: number },
): FactPart {
  const heard =
    indicator.source === 'members'
      ? scores.filter(({ voices }) => voices !== null && voices >= leastVoices)
      : scores
  return {
    ...at,
    value: meanOfHeard(heard, indicator.cap),
    count: null,
    expected: null,
    records: [],
    scores: scores.map(({ indicator: _indicator, organisationId: _at, scoredAt, ...score }) => ({
      ...score,
      scoredAt: scoredAt.toISOString(),
    })),
  }
}

// Members count each: what many said weighs more than what few did. Of other scorers everybody counts once.
function meanOfHeard(heard: readonly StandingScore[], cap: number): number | null {
  return meanOf(
    heard.flatMap(({ value, voices }) => Array(voices ?? 1).fill(Math.min(value, cap)) as number[]),
  )
}

async function countsOf(
  tx: Tx,
  ask: {
    period: PeriodRow
    indicator: Indicator
    personId: string
    posts: readonly HeldAt[]
    places: readonly string[]
  },
): Promise<(readonly CountedRecord[] | null)[]> {
  const { period, indicator, personId } = ask
  if (indicator.source !== 'counted') return []
  const counter = subjectOf(period.subjectKind).counters.find(({ name }) => name === indicator.counter)
  if (counter === undefined) return ask.places.map(() => null)
  const asked = ask.posts.map((post) => ({
    personId,
    organisationId: post.organisationId,
    from: post.startsOn > period.startsOn ? post.startsOn : period.startsOn,
    until:
      post.endsBefore !== null && post.endsBefore < period.endsBefore ? post.endsBefore : period.endsBefore,
  }))
  const answers = await counter.records(tx, asked)
  return ask.places.map((place) => {
    const here = answers.filter((_, index) => asked[index]!.organisationId === place)
    if (here.every((records) => records === null)) return null
    return here.flatMap((records) => records ?? [])
  })
}

/** The posts as they were last read from the register, the earliest first. */
export async function postsOf(
  tx: Tx,
  assessmentId: string,
): Promise<{ organisationId: string; startsOn: string; endsBefore: string | null; post: string }[]> {
  return tx
    .selectFrom('assessment_posts')
    .select([
      'organisation_id as organisationId',
      'starts_on as startsOn',
      'ends_before as endsBefore',
      'post',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('starts_on')
    .orderBy('organisation_id')
    .execute()
}

/** Days away that were recorded. */
export async function leavesOf(tx: Tx, assessmentId: string): Promise<(Span & { endsBefore: string })[]> {
  return tx
    .selectFrom('assessment_leaves')
    .select(['starts_on as startsOn', 'ends_before as endsBefore'])
    .where('tenant_id', '=', tx.tenantId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('starts_on')
    .execute()
}

type StandingScore = Omit<KeptScore, 'scoredAt'> & {
  indicator: string
  organisationId: string
  scoredAt: Date
}

async function scoresByPhone(tx: Tx, assessmentId: string, leastVoices: number): Promise<StandingScore[]> {
  const heard = await heardByPhone(tx, assessmentId, leastVoices)
  return heard.map(({ at, ...said }) => ({ ...said, note: '', scoredBy: null, scoredAt: at }))
}

async function scoresOf(tx: Tx, assessmentId: string): Promise<StandingScore[]> {
  const { rows } = await sql<StandingScore>`
    select indicator, organisation_id as "organisationId", value, voices, note, scored_by as "scoredBy", scored_at as "scoredAt"
    from assessment_scores where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId} and superseded_at is null
    order by scored_at, id`.execute(tx)
  return rows
}
