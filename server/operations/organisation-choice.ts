import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'

/**
 * The organisation of this name, credit code or statistical code on the day.
 * @throws PlainSentence when there is none, or when several bear the name.
 */
export async function chooseOrganisation(tx: Tx, text: string, day: string): Promise<string> {
  const { rows } = await sql<{ id: string; name: string; code: string }>`
    select o.id, p.name, o.stat_code as code
    from organisations o
    join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
      and p.starts_on <= ${day}::date and (p.ends_before is null or ${day}::date < p.ends_before)
    where o.tenant_id = ${tx.tenantId} and (p.name = ${text} or p.uscc = ${text} or o.stat_code = ${text})
    order by o.stat_code limit 10`.execute(tx)
  const [only, another] = rows
  if (only === undefined)
    throw new PlainSentence(
      `No organisation is called "${text}" on ${day}: give its full name, credit code or statistical code.`,
    )
  if (another !== undefined)
    throw new PlainSentence(
      `Several organisations are called "${text}": give the statistical code (${rows.map(({ code }) => code).join(', ')}).`,
    )
  return only.id
}
