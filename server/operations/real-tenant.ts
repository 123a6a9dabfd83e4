import { audit } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Pool } from '../platform/db/pool.ts'
import { inTenant, type Tx, type TxHost } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { addOfficer, type OpenedAccount } from './officers.ts'

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
  refuseWrongTenant(tenant)
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

/** Refuses answers that no tenant can be made from, all at once: also asked before anything is opened. */
export function refuseWrongTenant(tenant: NewTenant): void {
  const wrong: string[] = []
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(tenant.code))
    wrong.push(
      'The tenant code must be 2 to 40 small letters, digits and hyphens, such as "ningbo-jiangbei".',
    )
  if (!/^\d{6}$/.test(tenant.divisionCode))
    wrong.push('The division code must be the six digits of GB/T 2260, such as 330205.')
  if (tenant.name.trim().length < 2) wrong.push("The federation's name is missing.")
  for (const [role] of posts) {
    if (tenant[role].name.trim() === '') wrong.push(`The name of the ${role} account's holder is missing.`)
    if (!/^[a-z0-9][a-z0-9._@-]{2,99}$/i.test(tenant[role].login))
      wrong.push(`The login of the ${role} account must be 3 or more letters, digits, dots or hyphens.`)
  }
  const logins = new Set(posts.map(([role]) => tenant[role].login.toLowerCase()))
  if (logins.size < posts.length) wrong.push('Every log-in belongs to one person: four different ones.')
  const administrators = new Set([tenant.system.name, tenant.security.name, tenant.audit.name])
  if (administrators.size < 3)
    wrong.push(
      'System, security and audit administrator must be three different persons (三员分立): one alone could hide what she does.',
    )
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
