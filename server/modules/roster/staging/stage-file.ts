import { on } from 'node:events'
import { finished } from 'node:stream/promises'
import { Worker } from 'node:worker_threads'
import { from as copyFrom } from 'pg-copy-streams'
import { copyHeader, copyTrailer } from '#server/platform/db/copy-rows.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { workerFile } from '#server/platform/worker-file.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import { amendIncoming, createIncoming, incomingColumns, moveIncoming } from './incoming.ts'
import type { JudgeMessage, JudgeTask } from './worker-messages.ts'

/** How a dry run ended: the file's summary, or why it is refused as a whole. */
export type Staged =
  | { outcome: 'judged'; summary: ImportSummary }
  | { outcome: 'refused'; code: string; key: string; whyZh: string }

/** What is read, and who is told how far it is. */
export interface StagePlan {
  importId: string
  task: Omit<JudgeTask, 'acknowledged'>
  onProgress: (rows: number) => Promise<void>
}

/**
 * Judges a file in a thread of its own and writes its rows into `import_rows` while it is still being read. Memory stays bounded: the
 * thread has a limit and waits when the database is slower. A file that bursts the limits is refused like any file that is too large.
 */
export async function stageFile(tx: Tx, plan: StagePlan): Promise<Staged> {
  const acknowledged = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(import.meta.url, './judge.worker.ts'), {
    workerData: { ...plan.task, acknowledged } satisfies JudgeTask,
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new JudgeTooSlow()), mostMilliseconds)
    })
    await createIncoming(tx)
    return await Promise.race([receive(tx, plan, { worker, acknowledged }), late])
  } catch (error) {
    if (isOverLimit(error)) return tooLarge
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

type CopyStream = ReturnType<typeof copyFrom>

const mostMilliseconds = 180_000
class JudgeTooSlow extends Error {}

const tooLarge: Staged = {
  outcome: 'refused',
  code: 'X30',
  key: 'workbook.too_large',
  whyZh: '文件过大或列数过多',
}

function isOverLimit(error: unknown): boolean {
  return error instanceof JudgeTooSlow || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

interface Reader {
  worker: Worker
  acknowledged: SharedArrayBuffer
}

async function receive(tx: Tx, plan: StagePlan, { worker, acknowledged }: Reader): Promise<Staged> {
  const taken = new Int32Array(acknowledged)
  const load = new Load(tx, plan.importId)
  for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[JudgeMessage]>) {
    if (message.kind === 'refused') {
      await load.discard()
      return { outcome: 'refused', code: message.code, key: message.key, whyZh: message.whyZh }
    }
    if (message.kind === 'done') {
      await load.flush()
      await amendIncoming(tx, plan.importId, message.amended)
      return { outcome: 'judged', summary: message.summary }
    }
    await load.add(message.piece, message.rows)
    Atomics.add(taken, 0, 1)
    Atomics.notify(taken, 0)
    if (load.hasJustMoved) await plan.onProgress(load.rows)
  }
  throw new Error('the thread that judges a file ended without an answer')
}

/** Pieces go into a temporary table by COPY, and from there, a few thousand rows at a time, behind row security. */
class Load {
  rows = 0
  hasJustMoved = false
  readonly #tx: Tx
  readonly #importId: string
  #stream: CopyStream | null = null
  #pieces = 0

  constructor(tx: Tx, importId: string) {
    this.#tx = tx
    this.#importId = importId
  }

  async add(piece: Uint8Array<ArrayBuffer>, rows: number): Promise<void> {
    this.hasJustMoved = false
    this.#stream ??= this.#open()
    this.rows += rows
    this.#pieces += 1
    await written(this.#stream, Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    if (this.#pieces >= piecesAtOnce) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#stream === null) return
    await this.#close()
    await moveIncoming(this.#tx, this.#importId)
    this.#pieces = 0
    this.hasJustMoved = true
  }

  /** Ends what is under way, so that the connection is free again. */
  async discard(): Promise<void> {
    if (this.#stream !== null) await this.#close()
  }

  #open(): CopyStream {
    const stream = this.#tx.client.query(
      copyFrom(`copy incoming (${incomingColumns}) from stdin (format binary)`),
    )
    stream.write(copyHeader)
    return stream
  }

  async #close(): Promise<void> {
    const stream = this.#stream!
    this.#stream = null
    stream.end(copyTrailer)
    await finished(stream)
  }
}

const piecesAtOnce = 16

function written(stream: CopyStream, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()))
  })
}
