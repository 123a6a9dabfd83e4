import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { workerFile } from '#server/platform/worker-file.ts'
import { mustHaveFile } from '../files/removals.ts'
import { importOf } from '../policy.ts'
import { whyText } from '../rules/reasons.ts'
import { fileStore } from '../staging/dry-run.ts'
import { knownReasons, otherNameText } from '../staging/known-reasons.ts'
import type { ReturnTask } from '../staging/returned.worker.ts'
import { selectRows, type StoredRow } from '../staging/row-view.ts'
import { openCells } from '../staging/sealed-cells.ts'

/**
 * Rows that wait or cannot be taken, as a workbook in the sender's own layout with a column 原因 at the right. Of several sheets with
 * such rows, `sheet` says which; without it, the first. The uploaded file is gone: 'roster.file_removed'.
 */
export async function downloadRejectedRows(
  tx: Tx,
  actor: Actor,
  input: { importId: string; sheet?: string | undefined; dataFolder: string },
): Promise<Download> {
  const imported = await importOf(tx, actor, input.importId)
  await mustHaveFile(tx, imported.id)
  const rows = await selectRows(tx, imported.id, {
    where: sql`r.bucket in ('review', 'rejected')`,
    limit: 200_000,
  })
  const sheet = input.sheet ?? rows[0]?.sheet ?? refuse('roster.nothing_returned')
  const returned = rows.filter((row) => row.sheet === sheet)
  const header = found(imported.summary?.sheets.find((each) => each.name === sheet)?.header)
  const body = await inThread({
    file: { ...fileStore({ dataFolder: input.dataFolder, keys: tx.keys }, tx), sha256: imported.fileSha256 },
    sheet,
    headerEndsAt: header.bottom,
    reasons: new Map(returned.map((row) => [row.sheet_row, whyOf(tx, row)])),
  })
  await audit(tx, actor, 'roster.rows_returned', {
    kind: 'import',
    id: imported.id,
    organisationId: imported.organisationId,
    params: { rows: returned.length },
  })
  return {
    fileName: `${imported.fileName.replace(/\.\w{1,5}$/u, '')}-退回.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}

function whyOf(tx: Tx, row: StoredRow): string {
  const kept = row.sealed === null ? [] : openCells(tx.keys, tx.tenantId, row.sealed).reasons
  const why = whyText([...kept, ...knownReasons(row.known)], 'zh')
  return why === '' ? otherNameText.zh : why
}

async function inThread(task: ReturnTask): Promise<Buffer> {
  const worker = new Worker(workerFile(import.meta.url, '../staging/returned.worker.ts'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 192 },
  })
  try {
    const [bytes] = (await once(worker, 'message')) as [Uint8Array<ArrayBuffer>]
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } finally {
    await worker.terminate()
  }
}
