import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import type { ByteSource } from './source.ts'

/** One entry of the archive, its data range already checked against the file. */
export interface ZipEntry {
  name: string
  /** The name as the archive has it. */
  path: string
  method: 0 | 8
  crc: number
  /** What the archive claims; a part that inflates to anything else is refused. */
  declaredBytes: number
  compressedBytes: number
  /** Where the compressed data begins. */
  dataStart: number
}

/**
 * Reads the central directory and trusts nothing of it: counts, ranges, overlaps and duplicate names are checked
 * before any byte is inflated. Keys are lower-case part names without a leading slash.
 */
export function readZipDirectory(source: ByteSource, limits: WorkbookLimits): Map<string, ZipEntry> {
  const end = findEnd(source)
  if (end.count > limits.parts) refuseWorkbook('too_many_parts')
  if (end.start + end.bytes > end.at || end.bytes < end.count * FIXED) refuseWorkbook('damaged')
  if (end.bytes > limits.smallPartBytes) refuseWorkbook('too_many_parts')
  const directory = source.read(end.start, end.bytes)
  const records: DirectoryRecord[] = []
  for (let at = 0, left = end.count; left > 0; left--) {
    const record = readRecord(directory, at)
    records.push(record)
    at = record.next
  }
  checkSizes(records, limits)
  return placeEntries(source, records, end.start)
}

interface DirectoryRecord {
  name: string
  path: string
  flags: number
  method: number
  crc: number
  compressedBytes: number
  declaredBytes: number
  headerStart: number
  next: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const FIXED = 46
const MAX_32 = 0xffffffff
const ENCRYPTED = 1

/** The end record stands in the last 64 KiB; without it the file was cut off. */
function findEnd(source: ByteSource): { at: number; start: number; bytes: number; count: number } {
  const tailStart = Math.max(0, source.size - 22 - 0xffff)
  const tail = source.read(tailStart, source.size - tailStart)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue
    const [disk, count] = [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 10)]
    const [bytes, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    if (count === 0xffff || bytes === MAX_32 || start === MAX_32) return readEnd64(source, tailStart + at)
    if (disk !== 0 || tail.readUInt16LE(at + 8) !== count) refuseWorkbook('damaged')
    return { at: tailStart + at, start, bytes, count }
  }
  return refuseWorkbook('truncated')
}

function readEnd64(
  source: ByteSource,
  endAt: number,
): { at: number; start: number; bytes: number; count: number } {
  if (endAt < 20) refuseWorkbook('damaged')
  const locator = source.read(endAt - 20, 20)
  if (locator.readUInt32LE(0) !== LOCATOR_64) refuseWorkbook('damaged')
  const at = Number(locator.readBigUInt64LE(8))
  if (!(at + 56 <= endAt)) refuseWorkbook('damaged')
  const record = source.read(at, 56)
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) refuseWorkbook('damaged')
  const [count, bytes, start] = [24 + 8, 40, 48].map((field) => Number(record.readBigUInt64LE(field)))
  return { at, start: start as number, bytes: bytes as number, count: count as number }
}

function readRecord(directory: Buffer, at: number): DirectoryRecord {
  if (at + FIXED > directory.length || directory.readUInt32LE(at) !== CENTRAL) refuseWorkbook('damaged')
  const nameEnd = at + FIXED + directory.readUInt16LE(at + 28)
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
  const next = extraEnd + directory.readUInt16LE(at + 32)
  if (next > directory.length) refuseWorkbook('damaged')
  const path = directory
    .toString('utf8', at + FIXED, nameEnd)
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')
  const record: DirectoryRecord = {
    name: path.toLowerCase(),
    path,
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    compressedBytes: directory.readUInt32LE(at + 20),
    declaredBytes: directory.readUInt32LE(at + 24),
    headerStart: directory.readUInt32LE(at + 42),
    next,
  }
  applyZip64(record, directory.subarray(nameEnd, extraEnd))
  return record
}

/** Writers that stream large files keep the true sizes in extra field 1. */
function applyZip64(record: DirectoryRecord, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    const end = Math.min(extra.length, field + extra.readUInt16LE(at + 2))
    for (const key of ['declaredBytes', 'compressedBytes', 'headerStart'] as const) {
      if (record[key] !== MAX_32) continue
      if (field + 8 > end) refuseWorkbook('damaged')
      record[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
    return
  }
}

function checkSizes(records: DirectoryRecord[], limits: WorkbookLimits): void {
  let total = 0
  for (const record of records) {
    if (record.declaredBytes > limits.partBytes) refuseWorkbook('part_too_large')
    if (record.flags & ENCRYPTED) refuseWorkbook('encrypted')
    if (record.method !== 0 && record.method !== 8) refuseWorkbook('damaged')
    if (record.method === 0 && record.declaredBytes !== record.compressedBytes) refuseWorkbook('damaged')
    total += record.declaredBytes
  }
  if (total > limits.totalBytes) refuseWorkbook('part_too_large')
}

/** Entries must lie apart: overlapping ranges let a few kilobytes count many times over. */
function placeEntries(
  source: ByteSource,
  records: DirectoryRecord[],
  directoryStart: number,
): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let freeFrom = 0
  for (const record of records.toSorted((one, other) => one.headerStart - other.headerStart)) {
    if (record.headerStart < freeFrom || record.headerStart + 30 > directoryStart) refuseWorkbook('damaged')
    const header = source.read(record.headerStart, 30)
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) refuseWorkbook('damaged')
    const dataStart = record.headerStart + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    freeFrom = dataStart + record.compressedBytes
    if (freeFrom > directoryStart || entries.has(record.name)) refuseWorkbook('damaged')
    const { name, path, crc, declaredBytes, compressedBytes } = record
    entries.set(name, {
      name,
      path,
      method: record.method as 0 | 8,
      crc,
      declaredBytes,
      compressedBytes,
      dataStart,
    })
  }
  return entries
}
