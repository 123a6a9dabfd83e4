import { join } from 'node:path'
import { stdin } from 'node:process'
import { isDemoFolder } from '../demo/demo-folder.ts'
import type { OpenedAccount } from '../operations/officers.ts'
import { demoRefusal, makeRealTenant, type NewTenant } from '../operations/real-tenant.ts'
import { writeRecoverySheet } from '../operations/recovery-sheet.ts'
import { answerNames, tenantOf, wrongAnswers, type Answers } from '../operations/tenant-answers.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { readKeyFile } from '../platform/master-keys.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { Wizard } from './init-wizard.ts'
import { inSentences } from './sentences.ts'
import { readOptions, type Options } from './options.ts'

/** Makes a real tenant: asks at a terminal for what the options do not say, prints log-ins and first passwords once. */
export async function run(args: string[]): Promise<void> {
  const given = givenAnswers(readOptions('init', args, answerNames))
  const settings = readSettings(process.env)
  if (isDemoFolder(settings.dataFolder)) throw new PlainSentence(demoRefusal)
  const missing = answerNames.filter((name) => given[name] === undefined)
  if (missing.length === 0) return make(settings, mustBeRight(given as Answers))
  if (!stdin.isTTY)
    throw new PlainSentence(
      `Without a terminal every answer is an option; missing: ${missing.map((name) => `--${name}`).join(' ')}.`,
    )
  await askAndMake(settings, given)
}

function givenAnswers(options: Options): Partial<Answers> {
  const given = answerNames.map((name) => [name, options.values[name]?.trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

function mustBeRight(answers: Answers): Answers {
  const wrong = wrongAnswers(answers)
  if (wrong.length > 0) throw new PlainSentence(wrong.join('\n'))
  return answers
}

/** What only the database knows, such as a log-in that is taken, is said like any wrong answer: one changes it and tries again. */
async function askAndMake(settings: Settings, given: Partial<Answers>): Promise<void> {
  const wizard = new Wizard(given)
  try {
    for (;;) {
      const answers = await wizard.confirmed()
      const refusal = await make(settings, answers).then(() => null, sentenceOf)
      if (refusal === null) return
      wizard.complain(refusal)
    }
  } finally {
    wizard.close()
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof PlainSentence) return error.message
  throw error
}

async function make(settings: Settings, answers: Answers): Promise<void> {
  const tenant = tenantOf(answers)
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
