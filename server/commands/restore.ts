import { resolve } from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { applyAnchors, mustBeThere, type ToldByAnchors } from '../operations/anchors-of-restore.ts'
import { restoreBackup } from '../operations/restore.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation, type Installation } from '../platform/installation.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { onlyWord, readOptions, type Options } from './options.ts'
import { printVerification } from './print-verification.ts'

/** Restores a backup into an empty place, brings it to this version, erases again who was erased since, and recounts it. */
export async function run(args: string[]): Promise<void> {
  const withoutAnchor = args.includes('--no-anchor')
  const options = readOptions(
    'restore',
    args.filter((each) => each !== '--no-anchor'),
    ['sheet', 'anchor'],
  )
  const path = resolve(onlyWord('restore', options))
  const settings = readSettings(process.env)
  const anchor = withoutAnchor ? null : await chosenAnchor(settings, options)
  const { rows, files, takenAt } = await restoreBackup(settings, path, options.values.sheet ?? null)
  const installation = await openInstallation(settings)
  try {
    console.log(`Restored ${rows} rows and ${files} attachments into ${settings.dataFolder}.`)
    if (installation.applied.length > 0)
      console.log(`Brought to this version: ${installation.applied.join(', ')}`)
    await bringAnchors(installation, { path: anchor, takenAt })
    // Anchors younger than the backup vouch for entries that it cannot have.
    await printVerification(installation, settings, null)
  } finally {
    await installation.close()
  }
}

/** Who was erased since the backup stands only outside: without an anchor somebody must say so. */
async function chosenAnchor(settings: Settings, options: Options): Promise<string | null> {
  const path = options.values.anchor ?? settings.anchorFolder ?? (await askForAnchor())
  if (path === null) return null
  await mustBeThere(resolve(path))
  return resolve(path)
}

async function askForAnchor(): Promise<string | null> {
  if (!stdin.isTTY)
    throw new PlainSentence(
      'Persons erased since the backup was taken would be back: say where the anchors lie by "--anchor FILE-OR-FOLDER", or "--no-anchor" when there are none.',
    )
  const terminal = createInterface({ input: stdin, output: stdout })
  try {
    const answer = await terminal.question(
      '外部锚点文件或目录（没有就直接回车） / anchor file or folder from outside (Enter: there is none)\n> ',
    )
    return answer.trim() === '' ? null : answer.trim()
  } finally {
    terminal.close()
  }
}

async function bringAnchors(
  { ownerUrl, keys }: Installation,
  restore: { path: string | null; takenAt: Date },
): Promise<void> {
  const pool = openPool({ url: ownerUrl, connections: 1 })
  try {
    for (const told of await applyAnchors({ pool, keys }, restore)) console.log(sentenceOf(told, restore))
  } finally {
    await pool.end()
  }
}

function sentenceOf(told: ToldByAnchors, { takenAt }: { takenAt: Date }): string {
  const { code, newestAt, disbelieved, erasedAgain, entriesMissing, chainsDiffering } = told
  const lines = [
    newestAt === null
      ? `${code}: NO ANCHOR. Persons erased after ${takenAt.toISOString()} may be back: find the requests and erase them again. 没有外部锚点：此后删除过的人可能又回来了，请查出并重新删除。`
      : `${code}: ${erasedAgain} persons erased again; erasures after ${newestAt} are not known outside. 重新删除 ${erasedAgain} 人。`,
  ]
  if (entriesMissing > 0)
    lines.push(
      `${code}: ${entriesMissing} audit entries of the newest anchor are not in the backup: what was done then is lost. 备份之后的 ${entriesMissing} 条记录没有恢复。`,
    )
  if (chainsDiffering > 0)
    lines.push(
      `${code}: ${chainsDiffering} audit chains DIFFER from the newest anchor: this backup tells another history. 审计链与锚点不一致。`,
    )
  if (disbelieved > 0)
    lines.push(
      `${code}: ${disbelieved} anchors are damaged or of another key and were not believed. ${disbelieved} 个锚点已损坏或不是本系统的。`,
    )
  return lines.join('\n')
}
