import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { SignInRule } from '../rules/sign-in.ts'

/** The presets a tenant may choose from, as codes of their rules. */
export const presets = ['asvs', 'dengbao'] as const
export type Preset = (typeof presets)[number]

/** What holds until a tenant has chosen. */
const firstPreset: Preset = 'asvs'

/** The preset a tenant uses now. */
export async function presetInUse(tx: Tx): Promise<Preset> {
  const row = await tx
    .selectFrom('sign_in_choices')
    .select('preset')
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.preset as Preset | undefined) ?? firstPreset
}

/** The sign-in rules that hold in the tenant today, with their source. */
export async function signInRule(tx: Tx): Promise<Rule<SignInRule>> {
  return ruleFor<SignInRule>(tx, `sign_in.${await presetInUse(tx)}`, await today(tx))
}
