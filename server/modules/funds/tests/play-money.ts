import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { randomFrom } from '#tools/generate/random.ts'
import { recordEntry, type EntryKind, type Posting } from '../ledger/store.ts'
import { makeBudget } from './make-budget.ts'

type Kind = 'available' | 'committed' | 'paid'
interface Budget {
  id: string
  sourceId: string
  balances: Record<Kind, number>
}
interface Move {
  kind: EntryKind
  postings: Posting[]
}

const perTransaction = 50
const budgets = 12

/** What was tried: entries that went in with their postings, and those that the database refused as the model said. */
export interface MoneyPlayed {
  postings: number
  entries: number
  refused: number
  reversed: number
}

/**
 * Random grants, allocations, promises, releases, payments, returns and reversals beside a model that adds and subtracts by itself: whatever would
 * take an account below zero must be refused, everything else must go in, and after each transaction the trial balance is zero, every balance is
 * that of the model, and paid ≤ committed in all ≤ budget.
 */
export async function playMoney({ count, seed }: { count: number; seed: number }): Promise<MoneyPlayed> {
  const tenant = await makeTenant()
  const random = randomFrom(seed)
  const all = await openBudgets(tenant)
  const played: MoneyPlayed = { postings: 0, entries: 0, refused: 0, reversed: 0 }
  const done: Move[] = []
  while (played.postings < count) {
    await tenant.inside(async (tx) => {
      for (let at = 0; at < perTransaction && played.postings < count; at++) {
        const isReversal = done.length > 0 && random.between(1, 8) === 1
        const move = isReversal ? opposite(done[random.between(0, done.length - 1)]!) : drawMove(all, random)
        if (!(await tryMove(tx, { move, all, played }))) continue
        if (isReversal) played.reversed += 1
        else done.push(move)
        if (done.length > 500) done.splice(0, 250)
      }
    })
    await checkBalances(tenant, all)
  }
  await checkTrialBalance(tenant, played)
  return played
}

async function openBudgets(tenant: TestTenant): Promise<Budget[]> {
  return tenant.inside(async (tx) => {
    const all: Budget[] = []
    for (let at = 0; at < budgets; at++) {
      const amountFen = 1_000_000 * (at + 1)
      const { budgetId, sourceId } = await makeBudget(tx, { organisationId: tenant.federationId, amountFen })
      all.push({ id: budgetId, sourceId, balances: { available: amountFen, committed: 0, paid: 0 } })
    }
    return all
  })
}

function drawMove(all: readonly Budget[], random: ReturnType<typeof randomFrom>): Move {
  const one = all[random.between(0, all.length - 1)]!
  const other = all[random.between(0, all.length - 1)]!
  // Around what is there: the exact sum, a fen more, and anything.
  const sumOf = (kind: Kind) =>
    Math.max(
      1,
      [one.balances[kind], one.balances[kind] + 1, random.between(1, 400_000)][random.between(0, 11)] ??
        random.between(1, 60_000),
    )
  const from = (kind: Kind, to: Kind, entry: EntryKind): Move => {
    const amountFen = sumOf(kind)
    return {
      kind: entry,
      postings: [
        { of: one.id, kind: to, amountFen },
        { of: one.id, kind, amountFen: -amountFen },
      ],
    }
  }
  switch (random.between(1, 8)) {
    case 1: {
      const amountFen = random.between(1, 200_000)
      return {
        kind: 'grant',
        postings: [
          { of: one.id, kind: 'available', amountFen },
          { of: one.sourceId, kind: 'granted', amountFen: -amountFen },
        ],
      }
    }
    case 2: {
      if (other === one) return from('available', 'committed', 'commit')
      const amountFen = sumOf('available')
      return {
        kind: 'allocate',
        postings: [
          { of: other.id, kind: 'available', amountFen },
          { of: one.id, kind: 'available', amountFen: -amountFen },
        ],
      }
    }
    case 3:
    case 4:
      return from('available', 'committed', 'commit')
    case 5:
      return from('committed', 'available', 'release')
    case 6:
    case 7:
      return from('committed', 'paid', 'pay')
    default:
      return from('paid', 'committed', 'return')
  }
}

function opposite({ postings }: Move): Move {
  return { kind: 'reverse', postings: postings.map((each) => ({ ...each, amountFen: -each.amountFen })) }
}

/** Tries one entry; says whether it went in, which must be what the model says. */
async function tryMove(
  tx: Tx,
  { move, all, played }: { move: Move; all: readonly Budget[]; played: MoneyPlayed },
): Promise<boolean> {
  const touched = move.postings.flatMap((posting) => {
    const budget = all.find(({ id }) => id === posting.of)
    return budget === undefined ? [] : [{ budget, kind: posting.kind as Kind, amountFen: posting.amountFen }]
  })
  const fits = touched.every(({ budget, kind, amountFen }) => budget.balances[kind] + amountFen >= 0)
  const record = () =>
    recordEntry(tx, { kind: move.kind, subjectId: newId(), recordedBy: null, postings: move.postings })
  if (!fits) {
    await sql`savepoint refusal`.execute(tx)
    await assert.rejects(record(), /balance/)
    await sql`rollback to savepoint refusal`.execute(tx)
    played.refused += 1
    return false
  }
  await record()
  for (const { budget, kind, amountFen } of touched) budget.balances[kind] += amountFen
  played.entries += 1
  played.postings += move.postings.length
  return true
}

async function checkBalances(tenant: TestTenant, all: readonly Budget[]): Promise<void> {
  const { rows } = await tenant.inside((tx) =>
    sql<{ id: string; kind: Kind; fen: number }>`
      select budget_id as id, kind, balance_fen as fen from ledger_accounts where tenant_id = ${tx.tenantId} and budget_id is not null`.execute(
      tx,
    ),
  )
  for (const { id, balances } of all) {
    const kept = Object.fromEntries(rows.filter((row) => row.id === id).map((row) => [row.kind, row.fen]))
    assert.deepEqual(kept, balances)
    const { available, committed, paid } = balances
    assert.ok(paid >= 0 && paid <= committed + paid && committed + paid <= available + committed + paid)
  }
}

async function checkTrialBalance(tenant: TestTenant, played: MoneyPlayed): Promise<void> {
  const { rows } = await tenant.inside((tx) =>
    sql<{ total: number; balances: number; differing: number; lame: number; postings: number }>`
      select (select sum(amount_fen)::bigint from ledger_postings where tenant_id = ${tx.tenantId}) as total,
        (select sum(balance_fen)::bigint from ledger_accounts where tenant_id = ${tx.tenantId}) as balances,
        (select count(*)::int from ledger_postings where tenant_id = ${tx.tenantId}) as postings,
        (select count(*)::int from (select entry_id from ledger_postings where tenant_id = ${tx.tenantId}
          group by entry_id having sum(amount_fen) <> 0) e) as lame,
        (select count(*)::int from ledger_accounts a where a.tenant_id = ${tx.tenantId} and a.balance_fen <> coalesce((select sum(p.amount_fen)
          from ledger_postings p where p.tenant_id = a.tenant_id and p.ledger_account_id = a.id), 0)) as differing`.execute(
      tx,
    ),
  )
  const opening = 2 * budgets
  assert.deepEqual(rows[0], {
    total: 0,
    balances: 0,
    differing: 0,
    lame: 0,
    postings: played.postings + opening,
  })
}
