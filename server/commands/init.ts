import { join } from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { isDemoFolder } from '../demo/demo-folder.ts'
import {
  demoRefusal,
  makeRealTenant,
  refuseWrongTenant,
  type Founder,
  type NewTenant,
} from '../operations/real-tenant.ts'
import { writeRecoverySheet } from '../operations/recovery-sheet.ts'
import type { OpenedAccount } from '../operations/officers.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { readKeyFile } from '../platform/master-keys.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings } from '../platform/settings.ts'
import { inSentences } from './sentences.ts'
import { readOptions, type Options } from './options.ts'

const questions = {
  name: '总工会全称 / full name of the federation, such as 宁波市江北区总工会',
  division: '行政区划代码 / division code (GB/T 2260), such as 330205',
  code: '租户代号 / short code in letters, such as ningbo-jiangbei',
  system: '系统管理员 姓名:账号 / system administrator, NAME:LOGIN',
  security: '安全管理员 姓名:账号 / security administrator, NAME:LOGIN (another person)',
  audit: '审计管理员 姓名:账号 / audit administrator, NAME:LOGIN (a third person)',
  officer: '第一位总工会干部 姓名:账号 / first federation officer, NAME:LOGIN',
} as const

type Answers = Record<keyof typeof questions, string>

/** Makes a real tenant: asks at a terminal for what the options do not say, prints log-ins and first passwords once. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions('init', args, Object.keys(questions))
  const tenant = tenantOf(await answersOf(options))
  refuseWrongTenant(tenant)
  const settings = readSettings(process.env)
  if (isDemoFolder(settings.dataFolder)) throw new PlainSentence(demoRefusal)
  const installation = await openInstallation(settings)
  const pool = openPool({ url: installation.ownerUrl, connections: 1, clock: settings.clock ?? undefined })
  try {
    const { accounts } = await inSentences(() => makeRealTenant({ pool, keys: installation.keys }, tenant))
    const sheet = join(settings.dataFolder, 'recovery-sheet.html')
    writeRecoverySheet(sheet, readKeyFile(settings.keyFile), tenant.name)
    console.log(announcement({ tenant, accounts, sheet, keyFile: settings.keyFile }))
  } finally {
    await pool.end()
    await installation.close()
  }
}

async function answersOf(options: Options): Promise<Answers> {
  const names = Object.keys(questions) as (keyof Answers)[]
  const missing = names.filter((name) => !options.values[name]?.trim())
  if (missing.length > 0 && !stdin.isTTY)
    throw new PlainSentence(
      `Without a terminal every answer is an option; missing: ${missing.map((name) => `--${name}`).join(' ')}.`,
    )
  const answers = { ...options.values } as Answers
  if (missing.length === 0) return answers
  const terminal = createInterface({ input: stdin, output: stdout })
  try {
    for (const name of missing) answers[name] = await terminal.question(`${questions[name]}\n> `)
  } finally {
    terminal.close()
  }
  return answers
}

function tenantOf(answers: Answers): NewTenant {
  return {
    name: answers.name.trim(),
    code: answers.code.trim().toLowerCase(),
    divisionCode: answers.division.trim(),
    system: founderOf('system', answers.system),
    security: founderOf('security', answers.security),
    audit: founderOf('audit', answers.audit),
    officer: founderOf('officer', answers.officer),
  }
}

function founderOf(option: string, text: string): Founder {
  const [name, login, ...more] = text.split(/[::]/).map((part) => part.trim())
  if (!name || !login || more.length > 0)
    throw new PlainSentence(`--${option} is NAME:LOGIN, such as "王秋实:wangqiushi".`)
  return { name, login }
}

function announcement(made: {
  tenant: NewTenant
  accounts: OpenedAccount[]
  sheet: string
  keyFile: string
}): string {
  const rows = made.accounts.map(
    ({ login, post, initialPassword }) => `  ${post.padEnd(24)}${login.padEnd(24)}${initialPassword}`,
  )
  return [
    `${made.tenant.name} (${made.tenant.code})`,
    '初始密码只显示这一次，请分别交给本人 · These first passwords are shown only now; hand each to its owner:',
    ...rows,
    `密钥 key:              ${made.keyFile}`,
    `恢复密钥 recovery sheet: ${made.sheet}`,
    '请打印恢复密钥两份，分两处锁好，然后删除该文件 · Print the sheet twice, lock it away in two places, then delete it.',
  ].join('\n')
}
