import { sql } from 'kysely'
import { fileComplaint } from '#server/modules/complaints/index.ts'
import { acknowledgeNotice, giveConsent } from '#server/modules/consents/index.ts'
import { askCorrection } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoTenant } from '../shapes.ts'

const colleagues = 8

/**
 * What the privacy desk and the phones show: notices read, consents given, a correction and two complaints that wait, somebody who looked, and an impact
 * assessment. Call it when the tree and the member index stand.
 */
export async function loadPrivacy(tx: Tx, demo: DemoTenant, persons: readonly string[]): Promise<void> {
  const numberOf = (role: string) => demo.accounts.find((account) => account.role === role)!.person
  const day = await today(tx)
  const as = (personId: string) => actorOf(tx, personId, day)
  const worker = await as(persons[numberOf('worker') - 1]!)
  const other = await as(persons[numberOf('worker2') - 1]!)
  for (const reader of [worker, other]) await acknowledgeNotice(tx, reader, { version: 0 })
  // The chair is the first of the union, the demo worker the second.
  for (const personId of persons.slice(numberOf('union') + 1, numberOf('union') + 1 + colleagues))
    await giveConsent(tx, await as(personId), { purpose: 'photos', version: 1 })
  await giveConsent(tx, worker, { purpose: 'notices', version: 1 })
  await askCorrection(tx, worker, { joinedOn: '2019-03-01', reason: '入会登记表上写的是 2019 年 3 月' })
  const about = { organisationId: await unionOf(tx, worker.personId) }
  await fileComplaint(tx, worker, {
    ...about,
    subject: 'service',
    text: '慰问品发放没有通知到夜班职工，希望补发。',
  })
  await fileComplaint(tx, other, {
    organisationId: await unionOf(tx, other.personId),
    subject: 'dues',
    text: '会费收支没有公示，希望公开账目。',
    anonymous: true,
  })
  await recordByOfficers(tx, {
    workerId: worker.personId,
    chairId: persons[numberOf('union') - 1]!,
    districtId: persons[numberOf('district') - 1]!,
  })
}

async function recordByOfficers(
  tx: Tx,
  who: { workerId: string; chairId: string; districtId: string },
): Promise<void> {
  await sql`
    insert into reveals (tenant_id, id, person_id, fields, reason, purpose, appointment_id)
    select tenant_id, ${newId()}::uuid, ${who.workerId}::uuid, '{mobile}', '电话通知参加职工体检', 'contact', appointment_id
    from appointments where tenant_id = ${tx.tenantId} and person_id = ${who.chairId} and superseded_at is null
    order by starts_on desc limit 1`.execute(tx)
  await sql`
    insert into privacy_assessments (tenant_id, id, organisation_id, occasion, subject, necessity, risks, measures, conclusion, assessed_on, recorded_by)
    select tenant_id, ${newId()}::uuid, organisation_id, 'sharing', '向发卡银行提供办卡信息', '为自愿办理会员服务卡的职工开卡，银行需要姓名、证件号码和手机号。',
      '传输中泄露；银行另作他用。', '只提供三项；加密交付并签收；合同约定用途和保密；本人单独同意。', 'go_with_measures', app_today() - 20, appointment_id
    from appointments where tenant_id = ${tx.tenantId} and person_id = ${who.districtId} and post = 'federation_officer' and superseded_at is null
    order by starts_on desc limit 1`.execute(tx)
}

/** Somebody at their phone: no post, only their own data. */
async function actorOf(tx: Tx, personId: string, day: string): Promise<Actor> {
  const account = await tx
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return {
    tenantId: tx.tenantId,
    sessionId: newId(),
    accountId: account?.id ?? newId(),
    personId,
    appointment: null,
    grants: [],
    today: day,
    tokenId: null,
    signInDue: null,
  }
}

async function unionOf(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ union_id: string }>`
    select union_id from member_index where tenant_id = ${tx.tenantId} and person_id = ${personId}`.execute(
    tx,
  )
  return rows[0]!.union_id
}
