import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings } from '../platform/settings.ts'
import { readRegister, todayOf, type ImportFile } from './import-file.ts'
import { commandUsage } from './usage.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the words behind an import command. @throws PlainSentence naming what is wrong. */
export async function parseImport(
  command: 'import-roster' | 'import-organisations',
  args: string[],
): Promise<ImportFile> {
  const { positionals, values } = parse(command, args)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new PlainSentence(commandUsage(command))
  if (!existsSync(path)) throw new PlainSentence(`找不到文件 ${path} · There is no file ${path}.`)
  const asOf = values['as-of'] ?? todayOf(readSettings(process.env))
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw new PlainSentence('--as-of 应为 YYYY-MM-DD · --as-of must be a day such as 2026-06-30.')
  if (values.organisation !== undefined && !uuid.test(values.organisation))
    throw new PlainSentence(
      '--organisation 应为组织编号（UUID）；不填则为租户的最上级组织 · --organisation must be the id of an organisation; without it, the top one of the tenant imports.',
    )
  return {
    kind: command === 'import-roster' ? 'roster' : 'organisations',
    path,
    register: readRegister(values.register),
    report: values.report,
    asOf,
    isDry: values['dry-run'] === true,
    tenant: values.tenant,
    organisation: values.organisation,
  }
}

function parse(command: 'import-roster' | 'import-organisations', args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        register: { type: 'string' },
        report: { type: 'string' },
        'as-of': { type: 'string' },
        'dry-run': { type: 'boolean' },
        tenant: { type: 'string' },
        organisation: { type: 'string' },
      },
    })
  } catch (error) {
    throw new PlainSentence(`${(error as Error).message}\n\n${commandUsage(command)}`)
  }
}
