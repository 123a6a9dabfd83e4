import { sql } from 'kysely'
import type { UrnTx } from '#server/platform/db/transaction.ts'

/** An urn as whoever casts needs it. Only the urn's role sees it. */
export interface Urn {
  tenantId: string
  committeeKey: Buffer
  names: number
  isOpen: boolean
  /** It can never be opened: its ballots count for nothing. */
  isVoid: boolean
}

/** A ballot as it lies in the urn. */
export interface LyingBallot {
  serial: Buffer
  sealed: Buffer
  signature: Buffer
  hash: Buffer
}

/** A ballot as it lies there, or what is left of it once it was destroyed. */
export type KeptBallot = LyingBallot | { serial: Buffer; sealed: null; signature: null; hash: Buffer }

/** What is left of a ballot that was replaced or cancelled. */
export interface StruckBallot {
  serial: Buffer
  hash: Buffer
  mark: 'replaced' | 'cancelled'
}

/** The urn of a vote; undefined before it opened. */
export async function findUrn(tx: UrnTx, voteId: string): Promise<Urn | undefined> {
  const { rows } = await sql<Urn>`
    select tenant_id as "tenantId", committee_key as "committeeKey", names, is_open as "isOpen", is_void as "isVoid" from urn.urns where vote_id = ${voteId}`.execute(
    tx,
  )
  return rows[0]
}

/** Every urn of the database. */
export async function allUrns(tx: UrnTx): Promise<{ voteId: string; tenantId: string }[]> {
  const { rows } = await sql<{ voteId: string; tenantId: string }>`
    select vote_id as "voteId", tenant_id as "tenantId" from urn.urns order by vote_id`.execute(tx)
  return rows
}

/** Sets up the urn of a vote, once. */
export async function insertUrn(
  tx: UrnTx,
  urn: { voteId: string; tenantId: string; committeeKey: Buffer; names: number },
): Promise<void> {
  await sql`
    insert into urn.urns (vote_id, tenant_id, committee_key, names) values (${urn.voteId}, ${urn.tenantId}, ${urn.committeeKey}, ${urn.names})
    on conflict do nothing`.execute(tx)
}

/** Has the urn to oneself until the transaction ends. */
export async function lockUrn(tx: UrnTx, voteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`urn ${voteId.toLowerCase()}`}, 0))`.execute(tx)
}

/**
 * Keeps the urn as it is, open or closed, and has everything about one token to oneself until the transaction ends. Many may keep the urn so at once.
 * Leaves no trace in a table.
 */
export async function lockSerial(tx: UrnTx, voteId: string, serial: Uint8Array): Promise<void> {
  const urn = `urn ${voteId.toLowerCase()}`
  const token = `${voteId.toLowerCase()} ${Buffer.from(serial).toString('hex')}`
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${urn}, 0)), pg_advisory_xact_lock(hashtextextended(${token}, 1))`.execute(
    tx,
  )
}

/** What is known of a token: its live ballot's hash, and whether it was given up. */
export async function standingOf(
  tx: UrnTx,
  voteId: string,
  serial: Uint8Array,
): Promise<{ hash: Buffer | null; cancelledAs: string | null }> {
  const { rows } = await sql<{ hash: Buffer | null; cancelledAs: string | null }>`
    select (select hash from urn.ballots where vote_id = ${voteId} and serial = ${Buffer.from(serial)}) as hash,
      (select code from urn.cancellations where vote_id = ${voteId} and serial = ${Buffer.from(serial)}) as "cancelledAs"`.execute(
    tx,
  )
  return rows[0]!
}

/** How a hash stands on the board; null: it never lay here. */
export async function markOf(
  tx: UrnTx,
  voteId: string,
  hash: Uint8Array,
): Promise<'live' | 'void' | StruckBallot['mark'] | null> {
  const { rows } = await sql<{ mark: 'live' | 'void' | StruckBallot['mark'] }>`
    select case when u.is_void then 'void' else 'live' end as mark from urn.ballots b join urn.urns u on u.vote_id = b.vote_id
      where b.vote_id = ${voteId} and b.hash = ${Buffer.from(hash)}
    union all select mark from urn.struck where vote_id = ${voteId} and hash = ${Buffer.from(hash)}`.execute(
    tx,
  )
  return rows[0]?.mark ?? null
}

/** Puts a ballot in; gives how many others still lie as they came in. */
export async function insertBallot(tx: UrnTx, voteId: string, ballot: LyingBallot): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    with put as (
      insert into urn.ballots (vote_id, serial, sealed, signature, hash)
      values (${voteId}, ${ballot.serial}, ${ballot.sealed}, ${ballot.signature}, ${ballot.hash}))
    select count(*)::int as others from urn.ballots where vote_id = ${voteId} and not is_mixed`.execute(tx)
  return rows[0]!.others
}

/** Takes the live ballot of a token out for good and leaves its hash, marked; does nothing where there is none. */
export async function strikeBallot(
  tx: UrnTx,
  voteId: string,
  struck: { serial: Uint8Array; mark: StruckBallot['mark'] },
): Promise<void> {
  await sql`
    with gone as (delete from urn.ballots where vote_id = ${voteId} and serial = ${Buffer.from(struck.serial)} returning hash, serial)
    insert into urn.struck (vote_id, hash, serial, mark) select ${voteId}, hash, serial, ${struck.mark} from gone`.execute(
    tx,
  )
}

/** Says for good that a token was given up. */
export async function insertCancellation(
  tx: UrnTx,
  voteId: string,
  cancellation: { serial: Buffer; signature: Buffer; code: string },
): Promise<void> {
  await sql`
    insert into urn.cancellations (vote_id, serial, signature, code)
    values (${voteId}, ${cancellation.serial}, ${cancellation.signature}, ${cancellation.code})`.execute(tx)
}

/** How many ballots still lie as they came in. */
export async function unmixedCount(tx: UrnTx, voteId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from urn.ballots where vote_id = ${voteId} and not is_mixed`.execute(tx)
  return rows[0]!.count
}

/** Writes ballots anew in random order, those not mixed yet or all: they share one transaction and lie as chance has it. The urn is locked. */
export async function rewriteBallots(tx: UrnTx, voteId: string, which: 'unmixed' | 'all'): Promise<void> {
  await sql`
    with taken as (delete from urn.ballots where vote_id = ${voteId} and (${which} = 'all' or not is_mixed) returning *),
    mixed as materialized (select * from taken order by sha256(serial || uuid_send(gen_random_uuid())))
    insert into urn.ballots (vote_id, serial, sealed, signature, hash, is_mixed) select vote_id, serial, sealed, signature, hash, true from mixed`.execute(
    tx,
  )
}

/** Says that every ballot of a closed urn is void. It is locked. */
export async function markVoid(tx: UrnTx, voteId: string): Promise<void> {
  await sql`update urn.urns set is_void = true where vote_id = ${voteId} and not is_open`.execute(tx)
}

/** Closes the urn for good. It is locked. */
export async function closeUrn(tx: UrnTx, voteId: string): Promise<void> {
  await sql`update urn.urns set is_open = false where vote_id = ${voteId} and is_open`.execute(tx)
}

/** All live ballots, by serial: no order in which they came. */
export async function lyingBallots(tx: UrnTx, voteId: string): Promise<KeptBallot[]> {
  const { rows } = await sql<KeptBallot>`
    select serial, sealed, signature, hash from urn.ballots where vote_id = ${voteId} order by serial`.execute(
    tx,
  )
  return rows
}

/** All that was struck, by hash. */
export async function struckBallots(tx: UrnTx, voteId: string): Promise<StruckBallot[]> {
  const { rows } = await sql<StruckBallot>`
    select serial, hash, mark from urn.struck where vote_id = ${voteId} order by hash`.execute(tx)
  return rows
}

/** All tokens given up. */
export async function cancellations(
  tx: UrnTx,
  voteId: string,
): Promise<{ serial: Buffer; signature: Buffer }[]> {
  const { rows } = await sql<{ serial: Buffer; signature: Buffer }>`
    select serial, signature from urn.cancellations where vote_id = ${voteId} order by serial`.execute(tx)
  return rows
}

/** Whether a code is that of a token given up. */
export async function isCancellationCode(tx: UrnTx, voteId: string, code: string): Promise<boolean> {
  const { rows } = await sql`
    select from urn.cancellations where vote_id = ${voteId} and code = ${code}`.execute(tx)
  return rows.length > 0
}

/** Keeps opened ballots, once, in the order given, which is one of chance; null marks are spoilt ballots. */
export async function insertOpened(
  tx: UrnTx,
  voteId: string,
  marks: readonly (readonly number[] | null)[],
): Promise<void> {
  await sql`
    insert into urn.opened (vote_id, id, marks)
    select ${voteId}, gen_random_uuid(), case when each = 'null' then null else array(select jsonb_array_elements_text(each)::smallint) end
    from jsonb_array_elements(${JSON.stringify(marks)}::jsonb) each`.execute(tx)
}

/** Opened ballots by their random ids. */
export async function openedBallots(tx: UrnTx, voteId: string): Promise<(number[] | null)[]> {
  const { rows } = await sql<{ marks: number[] | null }>`
    select marks from urn.opened where vote_id = ${voteId} order by id`.execute(tx)
  return rows.map(({ marks }) => marks)
}

/** Destroys every ballot of a closed urn, sealed and opened, and leaves hashes and serials. The urn is locked. */
export async function destroyBallots(tx: UrnTx, voteId: string): Promise<void> {
  await sql`
    update urn.ballots set sealed = null, signature = null
    where vote_id = ${voteId} and exists (select from urn.urns u where u.vote_id = ${voteId} and not u.is_open)`.execute(
    tx,
  )
  await sql`delete from urn.opened where vote_id = ${voteId}`.execute(tx)
}
