import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { makeSheet } from '#server/platform/workbook/make-test-workbook.ts'
import { projectRoot } from '#server/platform/project-root.ts'

/** A page of the product as a person reaches it: which shell, which path, and as whom it is shown (`role`, or `role@tenant`). */
export interface ProductPage {
  path: string
  role: string
}

/** Which role shows a page, where it is not what `usual` says. */
const roles: Record<string, string> = {
  '/console/audit': 'audit',
  '/console/audit/seals': 'audit',
  '/console/audit/seals/minutes': 'audit',
  '/console/audit/seals/anchors/:number': 'audit',
  '/console/grants': 'security',
  '/console/accounts': 'security',
  '/console/ballots/new': 'union',
  '/console/ballots/:ballotId/bundles/:bundleNo': 'union',
  '/console/ballots/:ballotId/key': 'union',
  '/console/sign-in-rules': 'security',
  '/console/system': 'system',
  '/me/two-new': 'union',
  '/me/two-new/:twoNewId': 'district',
  '/me/assessments': 'union',
  '/me/training': 'union',
  '/me/honours': 'union',
  '/me/venues': 'union',
  '/me/assessment-voices': 'worker',
  '/me/figures': 'city@tianjin',
  '/me/figures/:measure': 'city@tianjin',
  '/me/events/:eventId/scan': 'city@tianjin',
  '/console/matchmaking/attestations': 'union@tianjin',
  '/console/matchmaking/desk': 'matchmaker@tianjin',
  '/console/matchmaking/cases': 'matchmaker@tianjin',
  '/console/matchmaking/cases/:caseId': 'matchmaker@tianjin',
  '/console/matchmaking/pool': 'matchmaker@tianjin',
  '/console/matchmaking/follow-ups': 'matchmaker@tianjin',
  '/console/matchmaking/desk-meetings': 'matchmaker@tianjin',
}

/** Who shows the pages below a path, the first that fits: events and matchmaking are at home in the demo of Tianjin. */
const usual: readonly (readonly [below: string, role: string])[] = [
  ['/me/events', 'worker@tianjin'],
  ['/me/matchmaking', 'worker@tianjin'],
  ['/me/matches', 'worker@tianjin'],
  ['/console/events', 'city@tianjin'],
  ['/console/matchmaking', 'city@tianjin'],
  ['/me', 'worker'],
  ['/', 'district'],
]

/** Every page there is: those for strangers, the two home pages and each route a module declares. */
export function productPages(): ProductPage[] {
  const declared = globSync('web/src/modules/*/*routes.tsx', { cwd: projectRoot }).sort().flatMap(pagesOf)
  const paths = [...new Set(['/console', '/me', '/me/events', '/me/services', '/me/own', ...declared])]
  const forStrangers = [
    '/',
    '/activate',
    '/outbox',
    '/public',
    '/public/tianjin',
    '/public/votes/:voteId',
    '/public/votes/:voteId/ballot',
  ].map((path) => ({
    path,
    role: 'nobody',
  }))
  return [...forStrangers, ...paths.map((path) => ({ path, role: roleOf(path) }))]
}

/** The ids a path's parts stand for, found in the demo by the role that looks. */
export type Ids = Record<string, string>

/** The path with real ids in it. Throws for a part nobody has named an id for: a new page needs a line here. */
export function concretePath(path: string, ids: Ids): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined)
      throw new Error(`${path}: nobody has said which ${name} to show (findIds in e2e/pages.ts)`)
    return id
  })
}

/** The ids for each tenant's pages, each found by an officer at the top of it. */
export interface AllIds {
  first: Ids
  tianjin: Ids
}

/** The ids of the tenant a role is of. */
export function idsFor(role: string, { first, tianjin }: AllIds): Ids {
  return role.endsWith('@tianjin') ? tianjin : first
}

/** Looks up what the pages of events and matchmaking show: the city officer is signed in. */
export async function findTianjinIds(page: Page): Promise<Ids> {
  await acknowledgeNotice(page)
  const firstOf = async (path: string) =>
    ((await readerOf(page)(path)) as { items?: { id: string }[] }).items?.[0]?.id
  const eventId = await firstOf('/union-events?phase=registration&limit=1')
  // Nobody is blocked by this id: the page offers the form, and sending it would find nobody.
  const about = 'interest.00000000-0000-4000-8000-000000000000'
  if (eventId === undefined) return { about, measure: 'couples' }
  // Where no series has begun the page says so.
  return { about, measure: 'couples', eventId, seriesId: (await firstOf('/event-series?limit=1')) ?? eventId }
}

/** Has whoever is signed in read the privacy notice, which else stands in place of every page of the phone. */
export async function acknowledgeNotice(page: Page): Promise<void> {
  const read = readerOf(page)
  const { notice } = (await read('/me/privacy')) as { notice: { version: number } }
  const { csrfToken } = (await read('/me')) as { csrfToken: string }
  await page.request.post(`${new URL(page.url()).origin}/api/v1/me/privacy/acknowledgement`, {
    headers: { 'x-csrf-token': csrfToken },
    data: { version: notice.version },
  })
}

/** Looks up what the pages of the matchmakers' desk and meetings show: a matchmaker is signed in. Where there is none yet the page says so. */
export async function findDeskIds(page: Page): Promise<Ids> {
  const firstOf = async (path: string) =>
    ((await readerOf(page)(path)) as { items?: { id: string }[] }).items?.[0]?.id
  const none = '00000000-0000-4000-8000-000000000000'
  return {
    caseId: (await firstOf('/matchmaking/cases?limit=1')) ?? none,
    meetingId: (await firstOf('/matchmaking/desk/meetings')) ?? none,
  }
}

function readerOf(page: Page): (path: string) => Promise<unknown> {
  return async (path) => (await page.request.get(`${new URL(page.url()).origin}/api/v1${path}`)).json()
}

/** Looks up what the pages with ids show: a union with members, one of its members, the newest import. */
export async function findIds(page: Page): Promise<Ids> {
  const read = readerOf(page)
  const unions = (await read('/organisations?kind=basic_union&sort=-members&limit=1')) as {
    items: { id: string }[]
  }
  const organisationId = unions.items[0]!.id
  const members = (await read(`/members?organisationId=${organisationId}&limit=1`)) as {
    items: { personId: string }[]
  }
  const imports = (await read('/roster-imports?limit=1')) as { items: { id: string }[] }
  const chairs = (await read('/appointments?post=union_chair&limit=1')) as { items: { id: string }[] }
  return {
    appointmentId: chairs.items[0]!.id,
    organisationId,
    personId: members.items[0]!.personId,
    memberId: members.items[0]!.personId,
    ...(imports.items[0] === undefined ? {} : { importId: imports.items[0].id }),
    twoNewId: await twoNewOrganisation(page),
    measure: 'members',
    reportId: await sealedReport(page),
    ...(await assessedIds(page)),
    venueId: ((await read('/venues?state=meets&limit=1')) as { items: { id: string }[] }).items[0]!.id,
    figure: '1',
    ballotId: ((await read('/ballots?state=voting&limit=1')) as { items: { id: string }[] }).items[0]!.id,
    bundleNo: '1',
    voteId: await openUrn(page),
    document: 'paper',
    templateId: await reportTemplate(page),
    returnId: await annualReturn(page),
    // The anchor that closes the loading of the demo.
    number: '1',
    ...(await fundIds(page)),
    bulletinId: ((await read('/bulletins?limit=1')) as { items: { id: string }[] }).items[0]!.id,
  }
}

/** A vote by phone whose urn is open: its board and its ballot are public pages. */
async function openUrn(page: Page): Promise<string> {
  const { items } = (await readerOf(page)('/phone-votes')) as { items: { id: string; state: string }[] }
  return items.find(({ state }) => state === 'opened')!.id
}

/** A closed period of assessment, somebody in it, its scheme; this year's training plan and a course of it. */
async function assessedIds(page: Page): Promise<Ids> {
  const read = readerOf(page) as (path: string) => Promise<{ items: { id: string; schemeId: string }[] }>
  const period = (await read('/assessments/periods')).items.at(-1)!
  const people = await read(`/assessments?periodId=${period.id}&limit=1`)
  const plan = (await read('/training/plans')).items[0]!
  const { list } = (await readerOf(page)(`/training/plans/${plan.id}`)) as { list: { id: string }[] }
  return {
    periodId: period.id,
    schemeId: period.schemeId,
    assessmentId: people.items[0]!.id,
    planId: plan.id,
    courseId: list[0]!.id,
  }
}

/** A budget, a payment list and one of its claims; where there is none yet the page says so. */
async function fundIds(page: Page): Promise<Ids> {
  const read = readerOf(page)
  const none = '00000000-0000-4000-8000-000000000000'
  const firstOf = async (path: string) => ((await read(path)) as { items?: Ids[] }).items?.[0]
  const batchId = (await firstOf('/payment-batches?limit=1'))?.id ?? none
  const line = await firstOf(`/payment-batches/${batchId}/lines?limit=1`)
  return {
    budgetId: (await firstOf('/budgets?limit=1'))?.id ?? none,
    batchId,
    paper: 'sheet',
    claimId: line?.claimId ?? none,
    grantId: (await firstOf('/direct-points?limit=1'))?.id ?? none,
    contributionId: (await firstOf('/contributions?limit=1'))?.id ?? none,
    allocationId: (await firstOf('/allocations?state=paid&limit=1'))?.id ?? none,
    shareId: (await firstOf('/allocation-shares?limit=1'))?.id ?? none,
  }
}

/** A two-new organisation that must have a commissioner and has none. */
async function twoNewOrganisation(page: Page): Promise<string> {
  const list = (await readerOf(page)('/commissioners/organisations?gap=no_commissioner&limit=1')) as {
    items: { id: string }[]
  }
  return list.items[0]!.id
}

/** A sealed report to look at; sealed now where there is none yet. */
async function sealedReport(page: Page): Promise<string> {
  const read = readerOf(page)
  const { items } = (await read('/sealed-reports?limit=1')) as { items: { id: string }[] }
  if (items[0] !== undefined) return items[0].id
  const { csrfToken } = (await read('/me')) as { csrfToken: string }
  const sealed = await page.request.post(`${new URL(page.url()).origin}/api/v1/sealed-reports`, {
    headers: { 'x-csrf-token': csrfToken },
    data: {
      title: '两新组织和会员情况',
      figures: [
        { measure: 'two_new_organisations', by: 'organisation' },
        { measure: 'workers' },
        { measure: 'members', by: 'organisation' },
      ],
    },
  })
  return ((await sealed.json()) as { id: string }).id
}

/** An annual return to look at; made now where there is none yet. */
async function annualReturn(page: Page): Promise<string> {
  const read = readerOf(page)
  const { items } = (await read('/annual-returns?limit=1')) as { items: { id: string }[] }
  if (items[0] !== undefined) return items[0].id
  const { csrfToken, today } = (await read('/me')) as { csrfToken: string; today: string }
  const made = await page.request.post(`${new URL(page.url()).origin}/api/v1/annual-returns`, {
    headers: { 'x-csrf-token': csrfToken },
    data: { year: Number(today.slice(0, 4)) - 1 },
  })
  return ((await made.json()) as { id: string }).id
}

/** A superior's form to look at; sent in now where there is none yet. */
async function reportTemplate(page: Page): Promise<string> {
  const read = readerOf(page)
  const { items } = (await read('/report-templates?limit=1')) as { items: { id: string }[] }
  if (items[0] !== undefined) return items[0].id
  const { csrfToken } = (await read('/me')) as { csrfToken: string }
  const rows = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>会员统计表</t></is></c></row>',
    '<row r="2"><c r="A2" t="inlineStr"><is><t>会员人数</t></is></c><c r="B2"/></row>',
  ]
  const kept = await page.request.post(`${new URL(page.url()).origin}/api/v1/report-templates`, {
    headers: { 'x-csrf-token': csrfToken },
    multipart: {
      name: '会员统计表',
      file: {
        name: '会员统计表.xlsx',
        mimeType: 'application/octet-stream',
        buffer: makeSheet(rows.join('')),
      },
    },
  })
  return ((await kept.json()) as { id: string }).id
}

function roleOf(path: string): string {
  return roles[path] ?? usual.find(([below]) => path.startsWith(below))![1]
}

function pagesOf(file: string): string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  return text.split(/(?=export const \w+: (?:ConsoleModule|PhoneModule))/).flatMap((part) => {
    const shell = part.includes(': PhoneModule') ? '/me' : '/console'
    return part
      .split(/(?=path: ')/)
      .filter((each) => each.includes('page:'))
      .map((each) => `${shell}${/^path: '([^']+)'/.exec(each)?.[1] ?? ''}`)
  })
}
