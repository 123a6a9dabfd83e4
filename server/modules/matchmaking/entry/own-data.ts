import { sql } from 'kysely'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { OwnDataPart, OwnDataRow } from '#server/platform/own-data.ts'
import { openProfile } from './profile-seals.ts'
import { findOwnProfile } from './queries/own-profile.ts'
import { listOwnProfileViews } from './queries/own-views.ts'

/** What matchmaking holds about somebody: what they declared and wrote, who attested and looked, their couples. Nothing anybody else said of them. */
export const matchmakingOwnData: OwnDataPart = {
  name: 'matchmaking',
  title: { zh: '职工红娘', en: 'Matchmaking' },
  rows: async (tx, actor) => {
    const records = await personRecords(tx, actor.personId)
    if (records === null) return []
    return [
      ...(await profileRows(tx, records.personId)),
      ...(await dated(tx, records.recordIds)),
      ...(await viewRows(tx, actor)),
    ]
  },
}

async function profileRows(tx: Tx, personId: string): Promise<OwnDataRow[]> {
  const row = await findOwnProfile(tx, personId)
  if (row === undefined) return []
  const opened = openProfile(tx, row)
  if (opened === null) return []
  const parts = { ...opened.card, ...opened.hidden, limits: opened.limits, districtCode: row.districtCode }
  return [{ what: { zh: '交友资料', en: 'Dating profile' }, said: JSON.stringify(parts) }]
}

async function dated(tx: Tx, recordIds: readonly string[]): Promise<OwnDataRow[]> {
  const mine = sql`${recordIds}::uuid[]`
  const { rows } = await sql<{ kind: keyof typeof names; said: string }>`
    select * from (
      select 'declaration' as kind, signed_on || ' – ' || holds_until as said from single_declarations
        where tenant_id = ${tx.tenantId} and person_id = any(${mine})
      union all
      select 'attestation', coalesce(p.name || ' · ', '') || coalesce(s.answer || ' ' || ${dayOf('s.answered_at')}, '') from eligibility_attestations t
        left join attestation_answers s on s.tenant_id = t.tenant_id and s.attestation_id = t.id
        left join organisation_profiles p on p.tenant_id = t.tenant_id and p.organisation_id = t.union_id and p.superseded_at is null and p.ends_before is null
        where t.tenant_id = ${tx.tenantId} and t.person_id = any(${mine})
      union all
      select 'exclusion', reason || ' ' || ${dayOf('excluded_at')} from exclusions where tenant_id = ${tx.tenantId} and person_id = any(${mine})
      union all
      select 'report', kind || ' ' || ${dayOf('reported_at')} from person_reports where tenant_id = ${tx.tenantId} and reporter_id = any(${mine})
      union all
      select 'couple', ${dayOf('c.confirmed_at')} from couples c where c.tenant_id = ${tx.tenantId} and (c.person_a = any(${mine}) or c.person_b = any(${mine}))
          and c.confirmed_at is not null
    ) held order by kind, said`.execute(tx)
  return rows.map(({ kind, said }) => ({ what: names[kind], said }))
}

const names = {
  declaration: { zh: '单身声明', en: 'Declaration of being single' },
  attestation: { zh: '工会核实', en: 'Attestation by the union' },
  exclusion: { zh: '不能参加', en: 'Exclusion' },
  report: { zh: '我的举报', en: 'Reports I made' },
  couple: { zh: '确认牵手', en: 'Confirmed couple' },
}

async function viewRows(tx: Tx, actor: Actor): Promise<OwnDataRow[]> {
  const { items } = await listOwnProfileViews(tx, actor)
  return items.map((view) => ({
    what: { zh: '谁看过我的资料', en: 'Who looked at my profile' },
    said: `${view.viewedAt} · ${view.organisationName} · ${view.post} · ${view.occasion}`,
  }))
}

function dayOf(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
}
