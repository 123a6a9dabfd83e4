import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { deriveKey, openText, sealText } from '../crypto.ts'
import { inTenant, type Tx } from '../db/transaction.ts'
import { AppError, invalid, refuse } from '../errors.ts'
import type { AppModule } from '../module.ts'
import { forgetFullBuckets } from './limits.ts'
import type { Route } from './route.ts'

/** For how long the same key gets the same answer (trust T12: a phone may have been offline for days). */
const answerDays = 7

/** A write that named itself: who sent it, to which operation, under which key, and what it says. */
export interface NamedWrite {
  accountId: string
  operation: string
  keyHash: Buffer
  fingerprint: Buffer
}

/** An answer as it leaves the server, to the byte. */
export interface Answer {
  status: number
  text: string
}

/** The write's name, or null when it has none. `content`: SHA-256 of a file that came with it. */
export function namedWrite(
  route: Route,
  actor: Actor,
  { request, content }: { request: FastifyRequest; content: string },
): NamedWrite | null {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method === 'GET') return null
  // Visible ASCII, up to 200 of it: a uuid, a number, a quoted string of the standard's draft.
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    invalid([{ path: 'Idempotency-Key', code: 'field.format' }])
  const said = [
    request.method,
    request.url,
    actor.appointment?.id ?? '',
    JSON.stringify(request.body ?? null),
  ]
  return {
    // A program is somebody else than the person whose powers it has.
    accountId: actor.tokenId ?? actor.accountId,
    operation: route.operationId,
    keyHash: sha256(key),
    fingerprint: sha256(JSON.stringify([...said, content])),
  }
}

/**
 * Does the work once for each key: a second request of the same name waits until the first has ended, then gets the first one's answer to the
 * byte. Work that is refused leaves nothing, so it may be tried again. Without a name it is simply done.
 * @throws AppError 'common.key_reused' (422) when the key was used for something else.
 */
export async function onceOnly(
  tx: Tx,
  write: NamedWrite | null,
  work: () => Promise<Answer>,
): Promise<Answer & { repeated: boolean }> {
  if (write === null) return { ...(await work()), repeated: false }
  if (!(await claim(tx, write))) return { ...(await keptAnswer(tx, write)), repeated: true }
  const answer = await work()
  await keep(tx, write, answer)
  return { ...answer, repeated: false }
}

/** True for the first. Whoever comes second waits here for the first one's transaction; if that came to nothing, the second is the first. */
async function claim(tx: Tx, write: NamedWrite): Promise<boolean> {
  const { rows } = await sql`
    insert into kept_answers (tenant_id, account_id, operation, key_hash, fingerprint)
    values (${tx.tenantId}, ${write.accountId}, ${write.operation}, ${write.keyHash}, ${write.fingerprint})
    on conflict (tenant_id, account_id, operation, key_hash) do update
      set fingerprint = excluded.fingerprint, status = null, answer = null, created_at = now()
      where kept_answers.created_at < now() - ${answerDays} * interval '1 day'
    returning 1`.execute(tx)
  return rows.length > 0
}

/**
 * `onceOnly` for several writes of different accounts in one transaction: the work is done for those that come first and answers each of
 * them, or gives its error; the others get the answer that was kept, or their own error.
 */
export async function eachOnceOnly<W extends { named: NamedWrite | null }>(
  tx: Tx,
  writes: readonly W[],
  work: (first: readonly W[]) => Promise<readonly (Answer | AppError)[]>,
): Promise<((Answer & { repeated: boolean }) | AppError)[]> {
  const claimed = await claimAll(tx, namesOf(writes))
  const isFirst = ({ named }: W) => named === null || claimed.has(nameKey(named))
  const first = writes.filter(isFirst)
  const answers = new Map<W, (Answer & { repeated: boolean }) | AppError>()
  const worked = first.length === 0 ? [] : await work(first)
  for (const [at, write] of first.entries()) {
    const answer = worked[at]!
    answers.set(write, answer instanceof AppError ? answer : { ...answer, repeated: false })
  }
  await settleAll(
    tx,
    first.flatMap((write) =>
      write.named === null ? [] : [{ write: write.named, answer: answers.get(write)! }],
    ),
  )
  for (const write of writes.filter((each) => !isFirst(each)))
    answers.set(write, await repeatedAnswer(tx, write.named!))
  return writes.map((write) => answers.get(write)!)
}

function namesOf(writes: readonly { named: NamedWrite | null }[]): NamedWrite[] {
  return writes.flatMap(({ named }) => (named === null ? [] : [named]))
}

function nameKey({ accountId, keyHash }: NamedWrite): string {
  return `${accountId} ${keyHash.toString('hex')}`
}

async function repeatedAnswer(
  tx: Tx,
  write: NamedWrite,
): Promise<(Answer & { repeated: boolean }) | AppError> {
  const answer = await findKept(tx, write)
  return answer === null ? new AppError('refused', 'common.key_reused') : { ...answer, repeated: true }
}

// In the order of accounts, so that two processes that claim the same names never wait for each other in a circle.
async function claimAll(tx: Tx, writes: readonly NamedWrite[]): Promise<ReadonlySet<string>> {
  if (writes.length === 0) return new Set()
  const rows = [...writes]
    .sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))
    .map(({ accountId, keyHash, fingerprint, operation }) => ({
      accountId,
      operation,
      keyHash: keyHash.toString('hex'),
      fingerprint: fingerprint.toString('hex'),
    }))
  const claimed = await sql<{ accountId: string; keyHash: Buffer }>`
    insert into kept_answers (tenant_id, account_id, operation, key_hash, fingerprint)
    select ${tx.tenantId}::uuid, g."accountId", g.operation, decode(g."keyHash", 'hex'), decode(g.fingerprint, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as g ("accountId" uuid, operation text, "keyHash" text, fingerprint text)
    on conflict (tenant_id, account_id, operation, key_hash) do update
      set fingerprint = excluded.fingerprint, status = null, answer = null, created_at = now()
      where kept_answers.created_at < now() - ${answerDays} * interval '1 day'
    returning account_id as "accountId", key_hash as "keyHash"`.execute(tx)
  return new Set(claimed.rows.map((row) => `${row.accountId} ${row.keyHash.toString('hex')}`))
}

// Answers are kept; of what was refused nothing stays, so that it may be tried again.
async function settleAll(
  tx: Tx,
  settled: readonly { write: NamedWrite; answer: Answer | AppError }[],
): Promise<void> {
  if (settled.length === 0) return
  const key = answerKey(tx)
  const rows = settled.map(({ write, answer }) => ({
    accountId: write.accountId,
    operation: write.operation,
    keyHash: write.keyHash.toString('hex'),
    status: answer instanceof AppError ? null : answer.status,
    answer: answer instanceof AppError ? null : sealText(key, answer.text).toString('hex'),
  }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as g ("accountId" uuid, operation text, "keyHash" text, status smallint, answer text)),
    forgotten as (
      delete from kept_answers k using given g where g.status is null and k.tenant_id = ${tx.tenantId} and k.account_id = g."accountId"
        and k.operation = g.operation and k.key_hash = decode(g."keyHash", 'hex'))
    update kept_answers k set status = g.status, answer = decode(g.answer, 'hex') from given g
    where g.status is not null and k.tenant_id = ${tx.tenantId} and k.account_id = g."accountId" and k.operation = g.operation
      and k.key_hash = decode(g."keyHash", 'hex')`.execute(tx)
}

async function keptAnswer(tx: Tx, write: NamedWrite): Promise<Answer> {
  return (await findKept(tx, write)) ?? refuse('common.key_reused')
}

async function findKept(tx: Tx, write: NamedWrite): Promise<Answer | null> {
  const { rows } = await sql<{ fingerprint: Buffer; status: number; answer: Buffer }>`
    select fingerprint, status, answer from kept_answers where tenant_id = ${tx.tenantId}
      and account_id = ${write.accountId} and operation = ${write.operation} and key_hash = ${write.keyHash}`.execute(
    tx,
  )
  const [kept] = rows
  // Cleared away in this very moment: the sender's next try begins anew.
  if (kept === undefined || !kept.fingerprint.equals(write.fingerprint)) return null
  return { status: kept.status, text: openText(answerKey(tx), kept.answer) }
}

async function keep(tx: Tx, write: NamedWrite, { status, text }: Answer): Promise<void> {
  await sql`
    update kept_answers set status = ${status}, answer = ${sealText(answerKey(tx), text)}
    where tenant_id = ${tx.tenantId} and account_id = ${write.accountId} and operation = ${write.operation}
      and key_hash = ${write.keyHash}`.execute(tx)
}

/** What the layer of HTTP keeps is forgotten in time: answers after seven days, full buckets of limits after one. */
export const keptAnswers: AppModule = {
  name: 'kept answers',
  routes: [],
  jobs: (platform) => ({
    'http.forget_answers': async ({ tenantId }) => {
      const forgotten = await inTenant(platform, tenantId!, forgetAnswers)
      return { forgotten }
    },
    'http.forget_buckets': async () => ({ forgotten: await forgetFullBuckets(platform) }),
  }),
  schedules: [
    { kind: 'http.forget_answers', every: { dayAt: '03:20' }, for: 'each tenant' },
    { kind: 'http.forget_buckets', every: { dayAt: '03:25' }, for: 'the installation' },
  ],
}

async function forgetAnswers(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from kept_answers where tenant_id = ${tx.tenantId} and created_at < now() - ${answerDays} * interval '1 day'`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

function answerKey(tx: Tx): Buffer {
  return deriveKey(tx.keys, `answers ${tx.tenantId}`)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
