import { sql } from 'kysely'
import type { OutputOf } from '#contract/operation.ts'
import type { operations, SignInPreset } from '#contract/sign-in.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { SignInRule } from '../rules/sign-in.ts'
import { presetInUse, presets } from './sign-in-rule.ts'

type Answer = OutputOf<(typeof operations)['getSignInRules']>

/** The presets with their numbers, which one is in use, and who chose when. */
export async function getSignInRules(tx: Tx, actor: Actor): Promise<Answer> {
  const described: Answer['presets'] = []
  for (const preset of presets) {
    const { value, source } = await ruleFor<SignInRule>(tx, `sign_in.${preset}`, actor.today)
    described.push({ ...value, preset, source })
  }
  const { rows } = await sql<{
    id: string
    preset: SignInPreset
    document_no: string | null
    chosen_at: Date
    name: string | null
  }>`
    select c.id, c.preset, c.document_no, c.chosen_at, p.name from sign_in_choices c
    left join accounts a on a.tenant_id = c.tenant_id and a.id = c.chosen_by
    left join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where c.tenant_id = ${tx.tenantId} order by c.chosen_at desc, c.id desc`.execute(tx)
  return {
    inUse: await presetInUse(tx),
    presets: described,
    choices: rows.map((row) => ({
      id: row.id,
      preset: row.preset,
      documentNo: row.document_no,
      chosenBy: row.name,
      chosenAt: row.chosen_at.toISOString(),
    })),
  }
}
