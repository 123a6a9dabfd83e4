import { sql } from 'kysely'
import type { OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import { ownPurposes } from '#server/modules/consents/index.ts'
import { ruleFor, rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { districtsOf } from '../districts.ts'
import { refusals } from '../refusals.ts'
import { entryStates } from '../rules/steps.ts'
import { selfOf } from '../self.ts'
import { latestAttestation, unionOfToday } from './attestations.ts'
import { findOwnProfile } from './own-profile.ts'

/** How one stands in matchmaking: which step is next, and what each of them needs. */
export async function getOwnMatchmaking(tx: Tx, actor: Actor): Promise<OwnMatchmaking> {
  const { personId } = await selfOf(tx, actor)
  const refusal = (await refusals(tx, { personIds: [personId] })).get(personId) ?? null
  const union = await unionOfToday(tx, personId)
  const attestation = union === undefined ? undefined : await latestAttestation(tx, personId, union.unionId)
  const profile = await findOwnProfile(tx, personId)
  const waitsForUnit = attestation !== undefined && attestation.answer === null
  const months = await ruleFor<number>(tx, 'matchmaking.declaration_months', actor.today)
  const purpose = (await ownPurposes(tx, personId)).find((each) => each.code === 'matchmaking')
  return {
    steps: entryStates({ refusal, waitsForUnit, hasProfile: profile !== undefined }),
    refusal,
    purpose: { version: found(purpose).version },
    declaration: await ownDeclaration(tx, personId, actor.today),
    declarationMonths: months.value,
    attestation:
      attestation === undefined
        ? null
        : {
            unionName: union!.name,
            requestedAt: attestation.requestedAt.toISOString(),
            answer: attestation.answer,
            answeredAt: attestation.answeredAt?.toISOString() ?? null,
          },
    unionName: union?.name ?? null,
    hasProfile: profile !== undefined,
    hiddenBecause: profile?.hiddenBecause ?? [],
    districts: await districtsOf(tx),
  }
}

/** The declaration that holds longest, where one holds today. */
async function ownDeclaration(
  tx: Tx,
  personId: string,
  today: string,
): Promise<OwnMatchmaking['declaration']> {
  const { 'matchmaking.declaration_reminder_days': days } = await rulesToday(tx, [
    'matchmaking.declaration_reminder_days',
  ])
  const row = await tx
    .selectFrom('single_declarations')
    .select(['signed_on as signedOn', 'holds_until as holdsUntil'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('holds_until', '>', sql<string>`app_today()`)
    .orderBy('holds_until', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, renewSoon: row.holdsUntil <= addDays(today, days.value) }
}
