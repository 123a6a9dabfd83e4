import { sql } from 'kysely'
import { removeAttachments } from '#server/modules/attachments/index.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { photoOf } from './queries/own-profile.ts'
import { refusals } from './refusals.ts'
import { deleteProfiles, endHidingsOf, hideProfilesOf, type Hiding } from './store.ts'

const kind = 'matchmaking.upkeep'

/** What entry does every night. */
export const entryJobs = (platform: Platform): Record<string, JobHandler> => ({
  [kind]: (job) => inTenant(platform, job.tenantId!, keepProfiles),
})

/** When it does it. */
export const entrySchedules: readonly Schedule[] = [{ kind, every: { dayAt: '03:10' }, for: 'each tenant' }]

// Reasons a profile is hidden for while they hold, and by which code of a refusal each is known. Couples are hidden by the command that confirms them.
const reasons: readonly (readonly [Hiding, readonly string[]])[] = [
  ['left_union', ['matchmaking.not_member', 'matchmaking.not_employed']],
  ['declaration_lapsed', ['matchmaking.no_declaration']],
  ['excluded', ['matchmaking.excluded']],
]

/**
 * Brings the hidings in step with who may take part today, hides whoever has been away for the days of the rule (J12), and deletes what is kept no
 * longer: profiles without a consent, of those away for much longer, and of couples whose follow-up is over. Nobody sees more in between: every look
 * asks the refusals itself. Run again it finds nothing.
 */
export async function keepProfiles(tx: Tx): Promise<{ hidden: number; shown: number; deleted: number }> {
  const profiles = await profilesWithHidings(tx)
  const refused = await refusals(tx, { personIds: profiles.map((each) => each.personId) })
  let [hidden, shown] = [0, 0]
  for (const [reason, codes] of reasons) {
    const due = (personId: string) => codes.includes(refused.get(personId) ?? '')
    const toHide = profiles.filter((each) => due(each.personId) && !each.reasons.includes(reason))
    const toShow = profiles.filter((each) => !due(each.personId) && each.reasons.includes(reason))
    await hideProfilesOf(tx, idsOf(toHide), reason)
    await endHidingsOf(tx, idsOf(toShow), reason)
    hidden += toHide.length
    shown += toShow.length
  }
  hidden += await hideInactive(tx)
  const deleted = await deleteDue(
    tx,
    profiles.filter((each) => refused.get(each.personId) === 'matchmaking.no_consent'),
  )
  if (hidden + shown + deleted > 0)
    await audit(tx, null, 'matchmaking.upkept', {
      kind: 'tenant',
      id: null,
      organisationId: null,
      params: { hidden, shown, deleted },
    })
  return { hidden, shown, deleted }
}

interface Kept {
  id: string
  personId: string
  reasons: string[]
}

const idsOf = (profiles: readonly Kept[]) => profiles.map((each) => each.personId)

async function profilesWithHidings(tx: Tx): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select d.id, d.person_id as "personId",
      array(select h.reason from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.ended_at is null) as reasons
    from dating_profiles d where d.tenant_id = ${tx.tenantId}`.execute(tx)
  return rows
}

async function hideInactive(tx: Tx): Promise<number> {
  const { 'matchmaking.inactive_days': days } = await rulesToday(tx, ['matchmaking.inactive_days'])
  const { rows } = await sql<{ personId: string }>`
    select d.person_id as "personId" from dating_profiles d
    where d.tenant_id = ${tx.tenantId} and d.last_active_on <= app_today() - ${days.value}::int
      and not exists (select from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.reason = 'inactive'
        and h.ended_at is null)`.execute(tx)
  await hideProfilesOf(
    tx,
    rows.map((row) => row.personId),
    'inactive',
  )
  return rows.length
}

/** Deletes profiles with their pictures: those without a consent, those unused for too long, those of couples whose follow-up is over. */
async function deleteDue(tx: Tx, withoutConsent: readonly Kept[]): Promise<number> {
  const rules = await rulesToday(tx, ['retention.dating_profiles', 'retention.couple_profiles'])
  const { rows } = await sql<{ id: string }>`
    select d.id from dating_profiles d
    where d.tenant_id = ${tx.tenantId} and (d.last_active_on <= app_today() - ${rules['retention.dating_profiles'].value}::int
      or exists (select from open_couples o join couples c on c.tenant_id = o.tenant_id and c.id = o.couple_id
        where o.tenant_id = d.tenant_id and o.person_id = d.person_id
          and c.confirmed_at <= app_now() - make_interval(days => ${rules['retention.couple_profiles'].value}::int)))`.execute(
    tx,
  )
  const ids = [...new Set([...rows, ...withoutConsent].map((row) => row.id))]
  for (const id of ids) await removeAttachments(tx, photoOf(id))
  await deleteProfiles(tx, ids)
  return ids.length
}
