import { sql } from 'kysely'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from '#server/test/client.ts'
import { makeOrganisation, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { attachmentOf } from './attachment-of.ts'
import type { Asker, Role } from './policy.ts'
import { nowhereToReport, reportsAt, type ReportPlace } from './report-places.ts'
import { nowhereToVisit, venuesAt, type VenuePlace } from './venue-places.ts'
import { makeStandIns, powersOver } from './stand-ins.ts'
import { activationAt, nowhereToActivate, type ActivationPlace } from './activation-places.ts'
import { ballotAt, nowhereToVote, type BallotPlace } from './ballot-places.ts'
import { bulletinAt, nowhereToRead, type BulletinPlace } from './bulletin-places.ts'
import { eventsAt, nowhereToMeet, type EventPlace } from './event-places.ts'
import { assessmentsAt, nowhereToAssess, type AssessmentPlace } from './assessment-places.ts'
import { nowhereToTrain, trainingAt, type TrainingPlace } from './training-places.ts'
import { fundsAt, nowhereToPay, type FundPlace } from './fund-places.ts'
import { commissionersAt, nowhereForCommissioners, type CommissionerPlace } from './commissioner-places.ts'
import { matchmakersAt, nowhereForMatchmakers, type DeskPlace } from './desk-places.ts'
import { matchmakingAt, nowhereToMatch, type MatchmakingPlace } from './matchmaking-places.ts'
import { nowhereToLookAfter, privacyAt, type PrivacyPlace } from './privacy-places.ts'

/** A place in the tree, and what stands there for requests to aim at. */
export interface Place
  extends
    AssessmentPlace,
    TrainingPlace,
    ActivationPlace,
    BallotPlace,
    BulletinPlace,
    CommissionerPlace,
    DeskPlace,
    PrivacyPlace,
    EventPlace,
    FundPlace,
    MatchmakingPlace,
    ReportPlace,
    VenuePlace {
  name: string
  organisationId: string
  /** The place itself and everything that leads it, in the tree of the test world. */
  ledBy: readonly string[]
  tenantId: string
  /** A member of the union there (of the union below, where the place is not a union). */
  memberId: string
  taskId: string
  /** An import of that organisation that was taken back: nothing can be done with it any more. */
  importId: string
  /** A file that somebody else sent in. */
  attachmentId: string
  /** Transfers of a member there, to and from a union that is no place of the matrix; both were withdrawn. */
  transferOutId: string
  transferInId: string
  /** An appointment there that ended long ago, and powers that were passed on there and are over. */
  appointmentId: string
  delegationId: string
}

/** Everybody and every place of the matrix. */
export interface World {
  clients: Record<Asker, TestClient>
  homes: Record<Asker, Place>
  places: readonly Place[]
  /** The same kind of place, except that it does not exist. */
  nowhere: Place
}

/** Two tenants alike; all roles but one live in the first, on its northern branch. */
export async function makeWorld(): Promise<World> {
  const { app } = await testServer()
  const here = await makeTenant()
  const there = await makeTenant()
  const federation = await place(here, 'federation', [here.federationId])
  const north = await place(here, 'north street', [here.north.streetId, here.federationId])
  const union = await place(here, 'north union', [here.north.unionId, here.north.streetId, here.federationId])
  const employer = await place(here, 'north employer', [
    here.north.employerId,
    here.north.unionId,
    here.north.streetId,
    here.federationId,
  ])
  const south = await place(here, 'south street', [here.south.streetId, here.federationId])
  const southUnion = await place(here, 'south union', [
    here.south.unionId,
    here.south.streetId,
    here.federationId,
  ])
  const foreign = await place(there, 'union of another tenant', [
    there.north.unionId,
    there.north.streetId,
    there.federationId,
  ])
  const foreignFederation = await place(there, 'another tenant', [there.federationId])
  const at = (post: string, home: Place) => here.officer(post, home.organisationId)
  const clients: Record<Role, TestClient> = {
    'city officer': await at('city_officer', federation),
    'district officer': await at('federation_officer', federation),
    'street officer': await at('street_officer', north),
    'union chair': await at('union_chair', union),
    'union officer': await at('union_officer', union),
    auditor: await at('audit_committee_member', north),
    'finance clerk': await at('finance_clerk', north),
    matchmaker: await at('matchmaker', union),
    judge: await at('judge', union),
    scrutineer: await at('scrutineer', union),
    'system administrator': await at('system_administrator', federation),
    'security administrator': await at('security_administrator', federation),
    'audit administrator': await at('audit_administrator', federation),
    worker: await here.nobody(),
    'ex-member': await here.nobody(),
    'officer whose appointment ended': await here.officer('street_officer', north.organisationId, {
      startsOn: '2020-01-01',
      endsBefore: '2022-01-01',
    }),
    'officer of another tenant': await there.officer('federation_officer', there.federationId),
    nobody: new TestClient(app),
  }
  const homes: Record<Role, Place> = {
    'city officer': federation,
    'district officer': federation,
    'street officer': north,
    'union chair': union,
    'union officer': union,
    auditor: north,
    'finance clerk': north,
    matchmaker: union,
    judge: union,
    scrutineer: union,
    'system administrator': federation,
    'security administrator': federation,
    'audit administrator': federation,
    worker: union,
    'ex-member': union,
    'officer whose appointment ended': north,
    'officer of another tenant': foreignFederation,
    nobody: union,
  }
  const nowhere: Place = {
    name: 'nowhere',
    organisationId: newId(),
    ledBy: [],
    tenantId: here.id,
    memberId: newId(),
    taskId: newId(),
    ...nowhereToActivate,
    ...nowhereToAssess,
    ...nowhereToTrain,
    ...nowhereToLookAfter,
    ...nowhereToMeet,
    ...nowhereToPay,
    ...nowhereToRead,
    ...nowhereToVote,
    ...nowhereForMatchmakers,
    ...nowhereForCommissioners,
    ...nowhereToMatch,
    ...nowhereToReport,
    ...nowhereToVisit,
    importId: newId(),
    attachmentId: newId(),
    transferOutId: newId(),
    transferInId: newId(),
    appointmentId: newId(),
    delegationId: newId(),
  }
  const standIns = await makeStandIns(here, { north, union })
  return {
    clients: { ...clients, ...standIns.clients },
    homes: { ...homes, ...standIns.homes },
    places: [federation, north, union, employer, south, southUnion, foreign, foreignFederation],
    nowhere,
  }
}

async function place(tenant: TestTenant, name: string, ledBy: readonly string[]): Promise<Place> {
  const organisationId = ledBy[0]!
  const memberId = await tenant.inside((tx) => memberOf(tx, organisationId))
  const made = await tenant.inside(async (tx) => ({
    ...(await powersOver(tx, organisationId)),
    importId: await importOf(tx, organisationId),
    ...(await transfersOf(tx, organisationId)),
    ...(await privacyAt(tx, organisationId, memberId)),
    ...(await activationAt(tx, organisationId, memberId)),
    ...(await eventsAt(tx, organisationId)),
    ...(await ballotAt(tx, organisationId)),
    ...(await bulletinAt(tx, organisationId)),
    ...(await assessmentsAt(tx, organisationId)),
    ...(await trainingAt(tx, organisationId)),
    ...(await fundsAt(tx, { organisationId, memberId })),
    ...(await matchmakersAt(tx, organisationId)),
    ...(await commissionersAt(tx, organisationId, memberId)),
    ...(await reportsAt(tx, organisationId)),
    ...(await venuesAt(tx, organisationId)),
    taskId: await createTask(tx, null, {
      kind: 'place_memberships',
      organisationId,
      permission: 'people.write',
      subjectId: null,
      params: { count: 1 },
      dueOn: null,
    }),
  }))
  const attachmentId = await tenant.inside((tx) =>
    attachmentOf(tx, { kind: 'approval', id: made.approvalId }),
  )
  const matching = await tenant.inside((tx) =>
    matchmakingAt(tx, { organisationId, memberId, eventId: made.eventId }),
  )
  return { name, organisationId, ledBy, tenantId: tenant.id, memberId, attachmentId, ...made, ...matching }
}

/** A member whose membership is held exactly there: scope is judged by the organisation, whatever its kind. */
async function memberOf(tx: Tx, unionId: string): Promise<string> {
  const id = await makePerson(tx, { name: '林测试' })
  const membershipId = newId()
  await tx
    .insertInto('memberships')
    .values({
      tenant_id: tx.tenantId,
      id: membershipId,
      person_id: id,
      union_id: unionId,
      kind: 'member',
      starts_on: '2021-01-01',
    })
    .execute()
  await sql`insert into member_index (tenant_id, person_id, membership_id, union_id, kind, name, sort_key, name_tokens, org_tokens)
    select ${tx.tenantId}::uuid, ${id}::uuid, ${membershipId}::uuid, ${unionId}::uuid, 'member', '林测试', 'lin ce shi', array[26519]::bigint[],
      array(select o.tree_no from organisation_tree t join organisations o on o.tenant_id = t.tenant_id and o.id = t.ancestor_id
        where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${unionId} and t.ends_before is null)`.execute(
    tx,
  )
  return id
}

async function importOf(tx: Tx, organisationId: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('imports')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: 'roster',
      mode: 'delta',
      organisation_id: organisationId,
      file_sha256: '0'.repeat(64),
      file_name: 'roster.xlsx',
      file_bytes: 0,
      as_of: '2026-01-01',
      state: 'undone',
      created_by: newId(),
      created_by_account: newId(),
    })
    .execute()
  return id
}

/** A transfer out of the place and one into it. The other union leads nobody and is led by nobody. */
async function transfersOf(
  tx: Tx,
  unionId: string,
): Promise<{ transferOutId: string; transferInId: string }> {
  const otherId = await makeOrganisation(tx, { kind: 'basic_union', name: '别处工会', parentId: null })
  const personId = await makePerson(tx, { name: '林测试' })
  const [transferOutId, transferInId] = [
    await transferOf(tx, { personId, fromUnionId: unionId, toUnionId: otherId }),
    await transferOf(tx, { personId, fromUnionId: otherId, toUnionId: unionId }),
  ]
  return { transferOutId, transferInId }
}

async function transferOf(
  tx: Tx,
  transfer: { personId: string; fromUnionId: string; toUnionId: string },
): Promise<string> {
  const id = newId()
  const steps = ['requested', 'withdrawn'].map((step) => ({
    tenant_id: tx.tenantId,
    transfer_id: id,
    person_id: transfer.personId,
    step,
    by_side: 'union_of_today',
  }))
  await tx
    .insertInto('transfers')
    .values({
      tenant_id: tx.tenantId,
      id,
      handshake_id: id,
      person_id: transfer.personId,
      from_union_id: transfer.fromUnionId,
      to_union_id: transfer.toUnionId,
      asked_by: 'union_of_today',
    })
    .execute()
  await tx.insertInto('transfer_steps').values(steps).execute()
  return id
}
