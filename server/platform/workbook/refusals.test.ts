import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openWorkbook, WorkbookRefusal } from './index.ts'
import { makeBomb, makeZip } from './make-test-workbook.ts'
import { goodFile, REFUSED, sheetPart, TOO_LARGE } from './refused-files.ts'

const files = REFUSED.map(([what, make, why, reason]) => ({ what, file: make(), why, reason }))
let slowest = { what: '', milliseconds: 0 }

for (const { what, file, why, reason } of files) {
  test(`refuses ${what}`, async () => {
    const start = performance.now()
    const refusal = await refusalOf(file)
    const milliseconds = performance.now() - start
    if (milliseconds > slowest.milliseconds) slowest = { what, milliseconds }
    assert.equal(refusal?.reason, reason)
    assert.equal(refusal?.whyZh, why)
    assert.equal(refusal?.code, why === TOO_LARGE ? 'X30' : 'X26')
    assert.ok(milliseconds < 2000, `took ${milliseconds} ms`)
  })
}

test('every refusal was quick', (t) => {
  t.diagnostic(`slowest: ${slowest.what}, ${Math.round(slowest.milliseconds)} ms`)
})

test('no hostile file fills the memory, each in a process of its own', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-hostile-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const bombs = files.filter((each) => /bomb|MiB|million|thousand|every row|rows of text/.test(each.what))
  for (const { what, file } of bombs) {
    const path = join(folder, 'upload')
    writeFileSync(path, file)
    const run = spawnSync(process.execPath, [join(import.meta.dirname, 'measure-refusal.ts'), path], {
      encoding: 'utf8',
    })
    const measured = JSON.parse(run.stdout) as { reason: string; grownMiB: number; milliseconds: number }
    t.diagnostic(`${what}: ${measured.milliseconds} ms, memory grew by ${measured.grownMiB} MiB`)
    assert.ok(measured.reason)
    assert.ok(measured.grownMiB < 200)
    assert.ok(measured.milliseconds < 2000)
  }
  assert.ok(bombs.length > 10)
})

test('what looks odd but is sound is read', async () => {
  const bytes = makeZip([...'ab'].map((name) => ({ name: `docProps/${name}.bin`, method: 0, content: name })))
  assert.equal((await refusalOf(bytes))?.reason, 'not_a_workbook')
  assert.equal(await refusalOf(goodFile()), null)
  assert.equal(
    await refusalOf(sheetPart(makeBomb(' ', 250, ['<worksheet><sheetData/><a>', '</a></worksheet>']))),
    null,
  )
})

async function refusalOf(file: Uint8Array): Promise<WorkbookRefusal | null> {
  try {
    const book = await openWorkbook(file)
    for (const sheet of book.sheets) {
      await sheet.survey()
      await sheet.rows(() => {})
    }
    return null
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error
    throw error
  }
}
