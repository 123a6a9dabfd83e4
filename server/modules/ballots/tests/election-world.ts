import assert from 'node:assert/strict'
import type { Ballot, KeyedPaper } from '#contract/ballots-shapes.ts'
import type { Declaration } from '#contract/candidacy.ts'
import type { ErrorBody } from '#contract/errors.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'

/** An election of the north union and everybody who works on it. */
export interface ElectionWorld {
  tenant: TestTenant
  chair: TestClient
  officer: TestClient
  street: TestClient
  ballotId: string
  /** Does something with the election as the chair, and gives it as it stands then. */
  step(path: string, body?: object, as?: TestClient): Promise<Ballot>
  /** The same, refused: the status and the code. */
  refused(path: string, body?: object, as?: TestClient): Promise<[number, string]>
  look(): Promise<Ballot>
}

const meetingOn = '2026-06-30'

/** Plans an election of a union of so many members. The clock of the file must stand on the day of the assembly. */
export async function planned(input: {
  members: number
  seats: number
  kind?: string
  /** What else is said of it when it is planned. */
  more?: object
  /** A tenant that is there already, with its members. */
  tenant?: TestTenant
}): Promise<ElectionWorld> {
  const tenant = input.tenant ?? (await makeTenant())
  await addMembers(tenant, input.members, tenant.north)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const officer = await tenant.officer('union_officer', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { status, body } = await chair.post<Ballot>('/ballots', {
    organisationId: tenant.north.unionId,
    kind: input.kind ?? 'committee',
    title: '第三届委员会选举',
    seats: input.seats,
    termYears: 5,
    meetingOn,
    ...input.more,
  })
  assert.equal(status, 201, JSON.stringify(body))
  const send = (path: string, sent: object, as: TestClient) =>
    as.post<Ballot & ErrorBody>(`/ballots/${body.id}${path}`, sent)
  return {
    tenant,
    chair,
    officer,
    street,
    ballotId: body.id,
    step: async (path, sent = {}, as = chair) => {
      const answer = await send(path, sent, as)
      assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    refused: async (path, sent = {}, as = chair) => {
      const answer = await send(path, sent, as)
      return [answer.status, answer.body.error?.code ?? 'done']
    },
    look: async () => (await chair.get<Ballot>(`/ballots/${body.id}`)).body,
  }
}

/** The higher union says yes to what waits. */
export async function approve(world: ElectionWorld, as: TestClient = world.street): Promise<void> {
  const { requestId } = await world.look()
  const { status, body } = await as.post(`/approvals/${requestId}/decision`, { decision: 'approve' })
  assert.ok(status < 300, JSON.stringify(body))
}

/** Up to the open vote: allowed, roll frozen, so many nominated, notice over. */
export async function opened(
  world: ElectionWorld,
  candidates: number,
  declared: readonly Declaration[] = [],
): Promise<Ballot> {
  await world.step('/submission')
  await approve(world)
  await world.step('/roll', { asOf: meetingOn })
  for (let entryNo = 1; entryNo <= candidates; entryNo++)
    await world.step('/candidates', { entryNo, declared: [...declared] })
  await world.step('/notice')
  await standLongEnough(world)
  return world.step('/rounds')
}

/** Lets the notice have stood for its days. */
export async function standLongEnough(world: ElectionWorld): Promise<void> {
  const { owner } = await testServer()
  await owner.query(`update public_notices set last_day = $2::date - 1 where subject_id = $1`, [
    world.ballotId,
    meetingOn,
  ])
}

/** A paper as it is keyed: marks in the order of the candidates. */
export const paper = (marks: string): KeyedPaper => ({ marks, writeIns: [], unclear: false })

/** Hands out as many papers as there are, has both key them alike, and closes. */
export async function voted(world: ElectionWorld, papers: readonly KeyedPaper[]): Promise<Ballot> {
  await world.step('/papers', { entryNos: papers.map((_, at) => at + 1) })
  for (const person of [world.chair, world.officer])
    await world.step('/paper-entries', { bundleNo: 1, papers }, person)
  return world.step('/closing', { returned: papers.length, spoilt: 0 })
}
