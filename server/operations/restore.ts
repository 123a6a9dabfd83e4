import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkBackup, loadBackup } from '../platform/backup/index.ts'
import { migrationNames } from '../platform/db/migrate.ts'
import { openInstallation } from '../platform/installation.ts'
import {
  createKeyFile,
  masterKeysOf,
  readKeyFile,
  replaceKeyFile,
  type KeyFile,
} from '../platform/master-keys.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import type { Settings } from '../platform/settings.ts'
import { readRecoveryLines } from './recovery-sheet.ts'

/** What came back. */
export interface Restored {
  takenAt: Date
  rows: number
  files: number
}

/**
 * Restores a backup into an empty place: checks the whole file first, migrates to the schema it was taken of, loads, counts, and then
 * migrates to this version. `sheetFile` is a typed recovery sheet, for when the key file is lost.
 * @throws PlainSentence for a place that is not empty, another key, a damaged file (naming the part) or a newer one.
 */
export async function restoreBackup(
  settings: Settings,
  path: string,
  sheetFile: string | null,
): Promise<Restored> {
  const own = ownKeyFile(settings, sheetFile)
  const { takenAt, contents, manifest } = await checkBackup(path, masterKeysOf(own))
  mustBeKnown(contents.migrations)
  const unfinished = join(settings.dataFolder, 'restore.unfinished')
  mustHaveNoFiles(settings.dataFolder, unfinished)
  keepKeys(settings, own, contents.keyFile)
  writeFileSync(unfinished, '')
  const place = await openInstallation(settings, contents.migrations)
  try {
    const { ownerUrl, keys } = place
    await loadBackup(path, { ownerUrl, keys, dataFolder: settings.dataFolder }, manifest)
  } finally {
    await place.close()
  }
  rmSync(unfinished)
  return {
    takenAt,
    rows: manifest.parts.reduce((sum, part) => sum + part.rows, 0),
    files: manifest.parts.filter(({ name }) => name.startsWith('file ')).length,
  }
}

function ownKeyFile(settings: Settings, sheetFile: string | null): KeyFile {
  if (sheetFile !== null) {
    if (!existsSync(sheetFile)) throw new PlainSentence(`The file ${sheetFile} is not there.`)
    const read = readRecoveryLines(readFileSync(sheetFile, 'utf8'))
    if (typeof read === 'string') throw new PlainSentence(read)
    return read
  }
  if (!existsSync(settings.keyFile))
    throw new PlainSentence(
      `A backup opens only with its key: copy the key file to ${settings.keyFile}, or type the recovery sheet into a text file and add "--sheet FILE".`,
    )
  try {
    return readKeyFile(settings.keyFile)
  } catch (error) {
    throw new PlainSentence((error as Error).message)
  }
}

/** The backup's migrations are the first ones of ours: an older version, or the same. */
function mustBeKnown(migrations: string[]): void {
  const known = migrationNames()
  if (migrations.some((name, at) => known[at] !== name))
    throw new PlainSentence(
      `The backup was taken by a newer Gonghui (it knows "${migrations.at(-1)}"): restore it with that version.`,
    )
}

/** A restore that was interrupted may have left attachments: they are the same ones, and are written again. */
function mustHaveNoFiles(dataFolder: string, unfinished: string): void {
  const folder = join(dataFolder, 'files')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (existsSync(unfinished) || !existsSync(folder) || readdirSync(folder).length === 0) return
  throw new PlainSentence(
    `This place is not empty: ${folder} holds attachments. Restore into an empty one, such as "GONGHUI_DATA=/srv/restored npx gonghui restore FILE".`,
  )
}

/** Wrapping keys of the time of the backup stay readable beside those of today. */
function keepKeys(settings: Settings, own: KeyFile, ofBackup: KeyFile): void {
  const keys = { ...ofBackup.keys, ...own.keys }
  const current = Math.max(...Object.keys(keys).map(Number))
  const merged: KeyFile = { current, hash: own.hash, keys }
  if (existsSync(settings.keyFile)) replaceKeyFile(settings.keyFile, merged)
  else createKeyFile(settings.keyFile, merged)
}
