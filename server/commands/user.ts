import { accountOfLogin, closeAccount, listAccounts, resetPassword } from '../modules/accounts/index.ts'
import { addOfficer, appointOfficer } from '../operations/officers.ts'
import { chooseOrganisation } from '../operations/organisation-choice.ts'
import { chooseTenant } from '../operations/tenant-choice.ts'
import { today } from '../platform/clock.ts'
import { openPool } from '../platform/db/pool.ts'
import { inTenant, type Tx } from '../platform/db/transaction.ts'
import { found } from '../platform/errors.ts'
import { openInstallation } from '../platform/installation.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings } from '../platform/settings.ts'
import { needed, readOptions, type Options } from './options.ts'
import { inSentences } from './sentences.ts'
import { commandUsage } from './usage.ts'

const optionNames = ['tenant', 'login', 'name', 'post', 'organisation', 'from', 'until', 'document'] as const

/** What `gonghui user VERB` does: each answers with the lines to print. */
const verbs: Record<string, (tx: Tx, options: Options) => Promise<string[]>> = {
  add,
  appoint,
  'reset-password': reset,
  close,
  list,
}

/** The security administrator's tool on the server machine: accounts and posts of officers, audited without an author. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions('user', args, optionNames)
  const verb = Object.hasOwn(verbs, options.words[0] ?? '') ? verbs[options.words[0]!] : undefined
  if (verb === undefined || options.words.length > 1) throw new PlainSentence(commandUsage('user'))
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings)
  const pool = openPool({ url: installation.appUrl, connections: 1, clock: settings.clock ?? undefined })
  try {
    const tenantId = await chooseTenant(pool, options.values.tenant)
    const host = { pool, keys: installation.keys }
    const lines = await inSentences(() => inTenant(host, tenantId, (tx) => verb(tx, options)))
    console.log(lines.join('\n'))
  } finally {
    await pool.end()
    await installation.close()
  }
}

async function add(tx: Tx, options: Options): Promise<string[]> {
  const account = await addOfficer(tx, {
    login: needed(options, 'login'),
    name: needed(options, 'name'),
    ...(await appointmentOf(tx, options)),
  })
  return [`${account.login}  ${account.initialPassword}`, onlyNow]
}

async function appoint(tx: Tx, options: Options): Promise<string[]> {
  const { personId } = await accountOf(tx, options)
  await appointOfficer(tx, personId, await appointmentOf(tx, options))
  return [`${needed(options, 'login')} also works as ${needed(options, 'post')}.`]
}

async function reset(tx: Tx, options: Options): Promise<string[]> {
  const { accountId } = await accountOf(tx, options)
  const { initialPassword } = await resetPassword(tx, null, { accountId })
  return [
    `${needed(options, 'login')}  ${initialPassword}`,
    onlyNow,
    'Two-step sign-in is off and must be set up anew · 两步登录需重新设置',
  ]
}

async function close(tx: Tx, options: Options): Promise<string[]> {
  const { accountId } = await accountOf(tx, options)
  await closeAccount(tx, null, { accountId })
  return [`${needed(options, 'login')} is closed.`]
}

async function list(tx: Tx): Promise<string[]> {
  const accounts = await listAccounts(tx, await today(tx))
  return accounts.map(({ accountId, personName, posts, closed, twoStep, openedOn }) =>
    [
      openedOn,
      accountId,
      personName,
      posts.join('; ') || '-',
      twoStep ? 'two-step' : '-',
      closed ? 'closed' : 'open',
    ].join('  '),
  )
}

const onlyNow = 'The password is shown only now; hand it to its owner · 初始密码只显示这一次，请交给本人'

async function accountOf(tx: Tx, options: Options): Promise<{ accountId: string; personId: string }> {
  return found(await accountOfLogin(tx, needed(options, 'login')))
}

async function appointmentOf(tx: Tx, options: Options) {
  const startsOn = dayOf(options, 'from') ?? (await today(tx))
  const endsBefore = dayOf(options, 'until')
  if (endsBefore !== null && endsBefore <= startsOn)
    throw new PlainSentence('--until is the first day that no longer counts and must be after --from.')
  return {
    post: needed(options, 'post'),
    organisationId: await chooseOrganisation(tx, needed(options, 'organisation'), startsOn),
    documentNo: options.values.document ?? null,
    startsOn,
    endsBefore,
  }
}

function dayOf(options: Options, name: string): string | null {
  const text = options.values[name]
  if (text === undefined) return null
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  if (!isDay) throw new PlainSentence(`--${name} is a day, such as 2026-07-01.`)
  return text
}
