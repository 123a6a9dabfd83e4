import { open, seal, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { OpenSheet } from './rules/marks.ts'
import { readSheet, writeSheet, type SheetEntry, type SheetPlace } from './rules/sheet.ts'
import { insertChoiceKey, saveSheet, sealedSheet, sealedSheets, wrappedKeyOf } from './store.ts'

/** The key of an event's sheets in clear, made at the first use. */
async function keyForSheets(tx: Tx, eventId: string): Promise<Buffer> {
  const key = await keyOfSheets(tx, eventId)
  if (key !== null) return key
  await insertChoiceKey(tx, eventId)
  return (await keyOfSheets(tx, eventId))!
}

/** Seals a sheet under its event's key and puts it in the place of the one before. */
export async function handIn(tx: Tx, place: SheetPlace, entries: readonly SheetEntry[]): Promise<void> {
  const key = await keyForSheets(tx, place.eventId)
  await saveSheet(tx, place, seal(key, writeSheet(place, entries)))
}

/** A sheet sealed under its event's key: a reading of a card of paper waits like that. */
export async function sealedFor(
  tx: Tx,
  place: SheetPlace,
  marks: readonly Omit<SheetEntry, 'part'>[],
): Promise<Buffer> {
  const key = await keyForSheets(tx, place.eventId)
  return seal(
    key,
    writeSheet(
      place,
      marks.map((mark) => ({ ...mark, part: 1 as const })),
    ),
  )
}

/** What was sealed by `sealedFor` for the same place. */
export async function openSealed(tx: Tx, place: SheetPlace, sealed: Buffer): Promise<SheetEntry[]> {
  return readSheet(place, open(await keyForSheets(tx, place.eventId), sealed))
}

/** What somebody's own sheet says; null where none was handed in, or its key is gone. */
export async function ownSheet(tx: Tx, place: SheetPlace): Promise<SheetEntry[] | null> {
  const key = await keyOfSheets(tx, place.eventId)
  const sealed = await sealedSheet(tx, place)
  return key === null || sealed === undefined ? null : readSheet(place, open(key, sealed))
}

/** All sheets of an event, opened in memory: for its closing and for levels; nothing of it is written or answered. */
export async function openSheets(
  tx: Tx,
  eventId: string,
): Promise<(OpenSheet & { registrationId: string })[]> {
  const key = await keyOfSheets(tx, eventId)
  if (key === null) return []
  const sheets = await sealedSheets(tx, eventId)
  return sheets.map(({ registrationId, badgeNo, sealed }) => ({
    registrationId,
    badgeNo: badgeNo!,
    entries: readSheet({ eventId, registrationId }, open(key, sealed)),
  }))
}

async function keyOfSheets(tx: Tx, eventId: string): Promise<Buffer | null> {
  const row = await wrappedKeyOf(tx, eventId)
  return row === undefined ? null : unwrapKey(tx.keys, row.wrappedKey, row.masterKeyId)
}
