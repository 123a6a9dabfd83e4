import { parentPort, workerData } from 'node:worker_threads'
import { CopyRows } from '#server/platform/db/copy-rows.ts'
import { openFile } from '#server/platform/files/index.ts'
import { openWorkbook, WorkbookRefusal } from '#server/platform/workbook/index.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import { judgeOrganisationsWorkbook } from '../rules/organisations-workbook.ts'
import { buildRegister } from '../rules/register.ts'
import { judgeRosterWorkbook } from '../rules/roster-workbook.ts'
import { organisationPreparer } from './prepare-organisation-row.ts'
import { rosterPreparer } from './prepare-roster-row.ts'
import { preparedColumns, writePrepared } from './prepared-row.ts'
import type { AmendedRow, JudgeMessage, JudgeTask } from './worker-messages.ts'

// Reads a file nobody has looked at: in a thread of its own, with its own memory limit, so that whatever is in it cannot hurt the server.

const task = workerData as JudgeTask
const port = parentPort!
const acknowledged = new Int32Array(task.acknowledged)
let sent = 0

const copy = new CopyRows(preparedColumns.length, (piece, rows) => {
  post({ kind: 'rows', piece, rows }, [piece.buffer])
  sent += 1
  waitForReader()
})

/** The scan is faster than the database: pieces that nobody has taken yet stay few. */
function waitForReader(): void {
  for (;;) {
    const taken = Atomics.load(acknowledged, 0)
    if (sent - taken < mostPieces) return
    Atomics.wait(acknowledged, 0, taken)
  }
}

const mostPieces = 8

function post(message: JudgeMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer)
}

async function judge(): Promise<void> {
  const key = Buffer.from(task.file.key)
  const workbook = await openWorkbook(
    await openFile({ dataFolder: task.file.dataFolder, key }, task.file.sha256),
  )
  try {
    await (task.kind === 'roster' ? judgeRoster(workbook) : judgeOrganisations(workbook))
  } finally {
    workbook.close()
  }
}

type OpenWorkbook = Awaited<ReturnType<typeof openWorkbook>>

async function judgeRoster(workbook: OpenWorkbook): Promise<void> {
  const prepare = rosterPreparer(keysOf(task), task.tenantId)
  const { amendments, ...summary } = await judgeRosterWorkbook(workbook, {
    register: buildRegister(task.register),
    asOf: task.asOf,
    mapping: new Map(task.mapping),
    onRow: (judged, raw) => writePrepared(copy, prepare(judged, raw)),
  })
  finish(
    summary,
    amendments.map(({ index, reasons, warnings }): AmendedRow => ({
      rowId: index,
      known: reasons.map((reason) => `${reason.key} ${reason.field ?? ''}`.trim()),
      codes: [...new Set(reasons.map((reason) => reason.code))].sort(),
      warnings: [...warnings],
    })),
  )
}

async function judgeOrganisations(workbook: OpenWorkbook): Promise<void> {
  const prepare = organisationPreparer(keysOf(task), task.tenantId)
  const summary = await judgeOrganisationsWorkbook(workbook, {
    asOf: task.asOf,
    mapping: new Map(task.mapping),
    onRow: (judged, raw) => writePrepared(copy, prepare(judged, raw)),
  })
  finish(summary, [])
}

function finish(summary: ImportSummary, amended: AmendedRow[]): void {
  copy.flush()
  post({ kind: 'done', summary, amended })
}

/** Buffers arrive in another thread as plain arrays of bytes. */
function keysOf({ keys }: JudgeTask) {
  return {
    currentId: keys.currentId,
    byId: new Map([...keys.byId].map(([id, key]) => [id, Buffer.from(key)])),
    hashKey: Buffer.from(keys.hashKey),
  }
}

try {
  await judge()
} catch (error) {
  if (!(error instanceof WorkbookRefusal)) throw error
  post({ kind: 'refused', code: error.code, key: error.messageKey, whyZh: error.whyZh })
}
