import { sql, type RawBuilder } from 'kysely'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import { standingPayment } from './queries/find-point.ts'

const shares = {
  programme: 'commissioners',
  counting: 'summed',
  counts: 'flow',
  unit: 'fen',
  breakdowns: ['organisation', 'year', 'payer', 'level'],
} satisfies Partial<MeasureDefinition>

const grantSources = ['direct_point_grants', 'direct_point_shares', 'direct_point_decisions']

/** Figures of directly managed points: how many there are, and the three shares as they were granted and paid. */
export const pointMeasures: MeasureDefinition[] = [
  {
    programme: 'commissioners',
    sources: ['organisations', 'organisation_profiles', 'organisation_endings'],
    name: 'direct_points',
    zh: '直管点',
    en: 'Direct points',
    unit: 'organisations',
    counting: 'distinct',
    counts: 'stock',
    breakdowns: ['organisation', 'year'],
    definitionZh: '截至该日台账登记为直管点的两新组织，每个组织计一次',
    definitionEn: 'Two-new organisations that the register has as direct points on the day, each once',
    rows: (tx, moment) => sql`
      select o.id, o.id as organisation_id, 'organisation' as kind, p.name as label, coalesce(o.two_new_type, '') as detail, 1 as value
      from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', moment)}
      where o.tenant_id = ${tx.tenantId} and o.kind = 'employer' and p.direct_point and not exists (
        select from organisation_endings x where x.tenant_id = o.tenant_id and x.organisation_id = o.id and x.ended_on <= ${moment.asOf}::date
          and (${moment.knownAt}::timestamptz is null and x.superseded_at is null or x.recorded_at <= ${moment.knownAt}::timestamptz
            and (x.superseded_at is null or x.superseded_at > ${moment.knownAt}::timestamptz)))`,
  },
  {
    ...shares,
    name: 'direct_point_granted_fen',
    sources: grantSources,
    zh: '直管点经费',
    en: 'Granted to direct points',
    definitionZh: '已审定的直管点经费，按出资方分担额计，按审定日计，算在直管点',
    definitionEn:
      'Approved grants of direct points, by the share of each payer; by the day of approval, at the point',
    rows: (tx, { knownAt }) => sql`
      select s.id, ${shown}, s.amount_fen as value, (d.decided_at at time zone 'Asia/Shanghai')::date as occurred_on
      from ${approved} where s.tenant_id = ${tx.tenantId} and ${by(sql`d.decided_at`, knownAt)}`,
  },
  {
    ...shares,
    name: 'direct_point_paid_fen',
    sources: [...grantSources, 'direct_point_payments', 'direct_point_payment_reversals'],
    zh: '直管点经费已付',
    en: 'Paid to direct points',
    definitionZh: '已登记付款凭证、没有冲销的直管点经费，按付款日计，算在直管点',
    definitionEn:
      'Shares of direct points that were paid with a voucher and not taken back; by the day of payment, at the point',
    rows: (tx, { knownAt }) => sql`
      select s.id, ${shown}, s.amount_fen as value, paid.paid_on as occurred_on
      from ${approved} ${standingPayment} where s.tenant_id = ${tx.tenantId} and paid.id is not null and ${by(sql`paid.recorded_at`, knownAt)}`,
  },
]

const shown = sql`g.organisation_id, 'direct_point' as kind, g.year::text as label, s.payer as detail, s.payer, g.level`

const approved = sql`direct_point_shares s
  join direct_point_grants g on g.tenant_id = s.tenant_id and g.id = s.grant_id
  join direct_point_decisions d on d.tenant_id = g.tenant_id and d.grant_id = g.id and d.outcome = 'approved'`

function by(moment: RawBuilder<unknown>, knownAt: Moment['knownAt']): RawBuilder<unknown> {
  return knownAt === null ? sql`true` : sql`${moment} <= ${knownAt}::timestamptz`
}
