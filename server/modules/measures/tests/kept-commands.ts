import { randomUUID } from 'node:crypto'
import type { MemberFile } from '#contract/people-records.ts'
import { addDays } from '#server/platform/clock.ts'
import type { TestClient } from '#server/test/client.ts'
import type { TestTenant } from '#server/test/makers.ts'

/** What random commands are given by: somebody who may, the people admitted so far, and three numbers that choose. */
export interface Office {
  tenant: TestTenant
  officer: TestClient
  today: string
  people: string[]
  a: number
  b: number
}

type Command = (office: Office) => Promise<{ status: number }>

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length]!
const unions = ({ tenant }: Office) => [tenant.north.unionId, tenant.south.unionId]
const employers = ({ tenant }: Office) => [tenant.north.employerId, tenant.south.employerId]
const dayOf = ({ today }: Office, at: number) => addDays(today, pick([-400, -30, -1, 0], at))
const one = (office: Office) => ({ personIds: [pick(office.people, office.a)] })

/** Commands an officer gives that change figures, each through its route. */
export const commands: Record<string, Command> = {
  addMember: async (office) => {
    const answer = await office.officer.post<{ personId: string }>('/members', {
      unionId: pick(unions(office), office.a),
      name: '李测试',
      joinedOn: dayOf(office, office.b),
    })
    if (answer.status === 201) office.people.push(answer.body.personId)
    return answer
  },
  endMemberships: (office) =>
    office.officer.post('/memberships/ending', {
      ...one(office),
      kind: pick(['left', 'withdrawn', 'retained'], office.b),
      on: dayOf(office, office.b),
    }),
  moveMembers: (office) =>
    office.officer.post('/memberships/move', {
      ...one(office),
      toUnionId: pick(unions(office), office.b),
      on: dayOf(office, office.b),
    }),
  undoMassChange: async (office) => {
    const { body } = await office.officer.get<{ items: { id: string }[] }>(
      '/mass-changes?state=can_be_undone',
    )
    const last = body.items[0]
    return last === undefined ? { status: 404 } : office.officer.post(`/mass-changes/${last.id}/undoing`, {})
  },
  mergePersons: (office) =>
    office.officer.post(`/members/${pick(office.people, office.a)}/merges`, {
      otherPersonId: pick(office.people, office.a + 1 + office.b),
      reason: '重复登记',
    }),
  undoMergePersons: async (office) => {
    const { body } = await office.officer.get<MemberFile>(`/members/${pick(office.people, office.a)}`)
    const merge = body.merged[0]
    return merge === undefined
      ? { status: 404 }
      : office.officer.post(`/members/${pick(office.people, office.a)}/merges/${merge.mergeId}/undoing`, {})
  },
  recordHeadcount: (office) =>
    office.officer.post(`/organisations/${pick(employers(office), office.a)}/headcounts`, {
      asOf: dayOf(office, office.b),
      workers: 1 + office.a * 7,
    }),
  moveOrganisation: (office) =>
    office.officer.post(`/organisations/${pick(unions(office), office.a)}/moves`, {
      parentId: pick([office.tenant.north.streetId, office.tenant.south.streetId], office.b),
      startsOn: dayOf(office, office.b),
    }),
  createOrganisation: (office) =>
    office.officer.post('/organisations', {
      kind: 'employer',
      name: `测试企业${randomUUID().slice(0, 8)}`,
      twoNewType: 'new_economic',
      parentId: pick(unions(office), office.a),
      startsOn: dayOf(office, office.b),
    }),
  conferHonour: (office) =>
    office.officer.post('/honours', {
      organisationId: office.tenant.federationId,
      title: pick(['excellent_union', 'demonstration_point'], office.b),
      holderOrganisationId: pick(unions(office), office.a),
      deed: '先进',
      documentNo: '测工〔2026〕1号',
      grantedOn: dayOf(office, office.b),
    }),
  addTalent: (office) =>
    office.officer.post('/commissioners/talents', {
      personId: pick(office.people, office.a),
      organisationId: office.tenant.federationId,
      skills: ['union_work'],
      trainedHours: 0,
      training: null,
      availableFrom: office.today,
      fullTime: false,
      wishedStreetIds: [],
      wishes: null,
    }),
}
