import { sql } from 'kysely'
import type { OwnPrivacy, OwnPurpose } from '#contract/consents.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { consentState } from '../rules.ts'
import { noticeInForce } from './notice.ts'
import { purposesToday } from './purposes.ts'

/** The notice, whether one has read it, the purposes with what one has said to each, and breaches one was told about. */
export async function getOwnPrivacy(tx: Tx, actor: Actor): Promise<OwnPrivacy> {
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from notice_acknowledgements where tenant_id = ${tx.tenantId} and person_id = ${actor.personId}`.execute(
    tx,
  )
  return {
    notice: await noticeInForce(tx),
    acknowledgedVersion: rows[0]?.version ?? null,
    purposes: await ownPurposes(tx, actor.personId),
    breaches: await ownBreaches(tx, actor.personId),
  }
}

/** How a person stands to each purpose today. */
export async function ownPurposes(tx: Tx, personId: string): Promise<OwnPurpose[]> {
  const { rows } = await sql<LastRow>`
    select distinct on (c.purpose) c.purpose, c.version, c.given_at as "givenAt", w.withdrawn_at as "withdrawnAt" from consents c
    left join consent_withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id
    where c.tenant_id = ${tx.tenantId} and c.person_id = ${personId} order by c.purpose, c.given_at desc, c.id desc`.execute(
    tx,
  )
  const last = new Map(rows.map((row) => [row.purpose, row]))
  return (await purposesToday(tx)).map((purpose) => {
    const said = last.get(purpose.code)
    const state = consentState(
      purpose,
      said === undefined ? null : { version: said.version, withdrawn: said.withdrawnAt !== null },
    )
    return { ...purpose, state, since: (said?.withdrawnAt ?? said?.givenAt)?.toISOString() ?? null }
  })
}

interface LastRow {
  purpose: string
  version: number
  givenAt: Date
  withdrawnAt: Date | null
}

async function ownBreaches(tx: Tx, personId: string): Promise<OwnPrivacy['breaches']> {
  const { rows } = await sql<Omit<OwnPrivacy['breaches'][number], 'noticedAt'> & { noticedAt: Date }>`
    select b.id, b.noticed_at as "noticedAt", b.kinds, b.harm, b.remedy from breach_persons p
    join breaches b on b.tenant_id = p.tenant_id and b.id = p.breach_id
    join breach_steps s on s.tenant_id = b.tenant_id and s.breach_id = b.id and s.step = 'people_notified'
    where p.tenant_id = ${tx.tenantId} and p.person_id = ${personId} order by b.noticed_at desc`.execute(tx)
  return rows.map((row) => ({ ...row, noticedAt: row.noticedAt.toISOString() }))
}
