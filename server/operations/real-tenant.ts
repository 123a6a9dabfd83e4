import { audit } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Pool } from '../platform/db/pool.ts'
import { inTenant, type Tx, type TxHost } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { addOfficer, type OpenedAccount } from './officers.ts'
import { wrongAnswers } from './tenant-answers.ts'

/** Who stands at the beginning of a tenant: a name and the log-in they will use. */
export interface Founder {
  name: string
  login: string
}

/** What `gonghui init` asks for. The three administrators are three different persons (三员分立); the officer may be anybody. */
export interface NewTenant {
  code: string
  name: string
  divisionCode: string
  system: Founder
  security: Founder
  audit: Founder
  officer: Founder
}

const posts = [
  ['system', 'system_administrator'],
  ['security', 'security_administrator'],
  ['audit', 'audit_administrator'],
  ['officer', 'federation_officer'],
] as const

/**
 * Makes a real tenant: its federation organisation, the three separate administrators and the first officer, in one transaction. `host`
 * works as the owner of the database: only the owner adds tenants.
 * @throws PlainSentence when the place holds demo data, the code is taken or persons are not apart.
 */
export async function makeRealTenant(
  host: TxHost,
  tenant: NewTenant,
): Promise<{ tenantId: string; accounts: OpenedAccount[] }> {
  refuseWrong(tenant)
  await refuseDemo(host.pool)
  const tenantId = newId()
  const accounts = await inTenant(host, tenantId, async (tx) => {
    await insertTenant(tx, tenant)
    const startsOn = await today(tx)
    const organisationId = await insertFederation(tx, tenant, startsOn)
    await audit(tx, null, 'tenants.created', { kind: 'tenant', id: tenantId, organisationId })
    const opened: OpenedAccount[] = []
    for (const [role, post] of posts) {
      opened.push(
        await addOfficer(tx, {
          ...tenant[role],
          post,
          organisationId,
          documentNo: null,
          startsOn,
          endsBefore: null,
        }),
      )
    }
    return opened
  })
  return { tenantId, accounts }
}

/** A real tenant never stands beside accounts whose passwords are printed. */
async function refuseDemo(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`select from tenants where kind <> 'real' limit 1`)
  if (rows.length > 0) throw new PlainSentence(demoRefusal)
}

/** What is said where demo data are, or were meant to be. */
export const demoRefusal =
  'This data folder is for demo data with known passwords: a real tenant needs a folder of its own, such as "GONGHUI_DATA=/srv/gonghui npx gonghui init".'

function refuseWrong(tenant: NewTenant): void {
  const person = ({ name, login }: Founder) => `${name}:${login}`
  const wrong = wrongAnswers({
    name: tenant.name,
    division: tenant.divisionCode,
    code: tenant.code,
    system: person(tenant.system),
    security: person(tenant.security),
    audit: person(tenant.audit),
    officer: person(tenant.officer),
  })
  if (wrong.length > 0) throw new PlainSentence(wrong.join('\n'))
}

async function insertTenant(tx: Tx, tenant: NewTenant): Promise<void> {
  const taken = await tx.selectFrom('tenants').select('id').where('code', '=', tenant.code).executeTakeFirst()
  if (taken !== undefined)
    throw new PlainSentence(`There is a tenant "${tenant.code}" already: choose another code.`)
  await tx
    .insertInto('tenants')
    .values({
      id: tx.tenantId,
      code: tenant.code,
      name: tenant.name,
      kind: 'real',
      division_code: tenant.divisionCode,
      turned_on: await today(tx),
    })
    .execute()
}

/** The organisation that leads everything of the tenant. It stands from long before, so that appointments and unions of any past date fit below it. */
async function insertFederation(tx: Tx, tenant: NewTenant, day: string): Promise<string> {
  const id = newId()
  const startsOn = day < beginning ? day : beginning
  await tx
    .insertInto('organisations')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: 'federation',
      stat_code: `${tenant.divisionCode}-000001`,
      tree_no: 1,
    })
    .execute()
  await tx
    .insertInto('organisation_profiles')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      organisation_id: id,
      name: tenant.name,
      division_code: tenant.divisionCode,
      starts_on: startsOn,
    })
    .execute()
  await tx
    .insertInto('organisation_tree')
    .values({ tenant_id: tx.tenantId, ancestor_id: id, descendant_id: id, depth: 0, starts_on: startsOn })
    .execute()
  return id
}

// 1 May 1925: the All-China Federation of Trade Unions was founded; nothing below it can be older.
const beginning = '1925-05-01'
