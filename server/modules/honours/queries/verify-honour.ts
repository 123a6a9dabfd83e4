import { sql } from 'kysely'
import type { Honour, HonourProof } from '#contract/honours.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { holderShown } from '../rules.ts'
import { honourRows } from './honour-rows.ts'

/** What a certificate's code proves, for everybody who has it: without the deed, and of a person the family name only. */
export async function verifyHonour(
  tx: Tx,
  asked: { code: string; federationName: string },
): Promise<HonourProof> {
  const { rows } = await sql<Honour>`${honourRows(tx, sql`h.code = ${asked.code}`)}`.execute(tx)
  const honour = found(rows[0])
  return {
    federationName: asked.federationName,
    organisationName: honour.organisationName,
    titleZh: honour.titleZh,
    titleEn: honour.titleEn,
    holder: holderShown(honour.holderName, honour.holderIsPerson),
    documentNo: honour.documentNo,
    grantedOn: honour.grantedOn,
    expiresOn: honour.expiresOn,
    state: honour.state,
    revokedOn: honour.revokedOn,
  }
}
