import { sql, type RawBuilder } from 'kysely'
import { lastName } from '#server/modules/access/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Honours `h` that fit, each with the words of the rule it was conferred by, its holder's name and how it stands today. */
export function honourRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select h.id, h.organisation_id as "organisationId", o.name as "organisationName", h.title, t.entry->>'zh' as "titleZh", t.entry->>'en' as "titleEn",
      coalesce(p.name, whose.name) as "holderName", h.holder_person_id is not null as "holderIsPerson", h.deed, h.document_no as "documentNo",
      h.granted_on as "grantedOn", h.expires_on as "expiresOn",
      case when r.revoked_on is not null then 'revoked' when h.expires_on < app_today() then 'expired' else 'held' end as state,
      r.revoked_on as "revokedOn", r.reason as "revokedBecause", h.code,
      case when x.honour_id is null then 'no' when x.withdrawn_at is null then 'yes' else 'withdrawn' end as "isPublic"
    from honours h
    join rules rule on rule.id = h.rule_id
    cross join lateral (select e as entry from jsonb_array_elements(rule.value) e where e->>'code' = h.title) t
    cross join lateral (${lastName(tx, sql.ref('h.organisation_id'))}) o
    left join persons p on p.tenant_id = h.tenant_id and p.id = h.holder_person_id
    left join lateral (${lastName(tx, sql.ref('h.holder_organisation_id'))}) whose on true
    left join honour_revocations r on r.tenant_id = h.tenant_id and r.honour_id = h.id
    left join honour_releases x on x.tenant_id = h.tenant_id and x.honour_id = h.id
    where h.tenant_id = ${tx.tenantId} and ${fits}`
}
