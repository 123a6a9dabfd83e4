import { buffer } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from '#server/platform/files/index.ts'
import { openWorkbook, writeReturnedRows } from '#server/platform/workbook/index.ts'

/** What is to be sent back: the file, the sheet, the reasons by row. */
export interface ReturnTask {
  file: { dataFolder: string; key: Uint8Array; sha256: string }
  sheet: string
  headerEndsAt: number
  reasons: Map<number, string>
}

// The file is read once more, in a thread of its own: other requests do not wait for it.
const { file, sheet, headerEndsAt, reasons } = workerData as ReturnTask
const workbook = await openWorkbook(await openFile({ ...file, key: Buffer.from(file.key) }, file.sha256))
try {
  const handle = workbook.sheets.find((each) => each.name === sheet)!
  const bytes = await buffer(await writeReturnedRows(handle, { headerEndsAt, reasons, reasonTitle: '原因' }))
  parentPort!.postMessage(new Uint8Array(bytes))
} finally {
  workbook.close()
}
