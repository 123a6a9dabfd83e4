import { sql } from 'kysely'
import type { ImportRow } from '#contract/roster.ts'
import { maskMobile } from '#server/modules/people/index.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { hiddenOf, type StoredRow } from './row-view.ts'

type Change = ImportRow['changes'][number]

/** What differs from what is known, as it is shown: organisations by name, numbers masked. By row. */
export async function changeViews(tx: Tx, rows: readonly StoredRow[]): Promise<Map<number, Change[]>> {
  const changed = rows.filter((row) => row.changes !== null)
  if (changed.length === 0) return new Map()
  const names = await organisationNames(tx, changed)
  const numbers = await knownNumbers(tx, changed)
  return new Map(
    changed.map((row) => [
      row.row_id,
      row.changes!.map((change) =>
        viewOf(change, { names, known: numbers.get(row.row_id), written: hiddenOf(tx.keys, row) }),
      ),
    ]),
  )
}

interface Sources {
  names: ReadonlyMap<string, string>
  known: { mobile: string | null; card: string | null } | undefined
  written: { mobile: string | null; card: string | null }
}

function viewOf(change: Change, { names, known, written }: Sources): Change {
  const { field } = change
  if (field === 'mobile')
    return { field, old: masked(known?.mobile, maskMobile), new: masked(written.mobile, maskMobile) }
  if (field === 'service_card')
    return { field, old: masked(known?.card, lastFour), new: masked(written.card, lastFour) }
  if (field !== 'employer' && field !== 'membership') return change
  return { field, old: nameOf(names, change.old), new: nameOf(names, change.new) }
}

function masked(number: string | null | undefined, mask: (number: string) => string): string | null {
  return number ? mask(number) : null
}

function lastFour(number: string): string {
  return `****${number.slice(-4)}`
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}

async function organisationNames(tx: Tx, rows: readonly StoredRow[]): Promise<Map<string, string>> {
  const ids = rows
    .flatMap((row) => row.changes!)
    .filter((change) => change.field === 'employer' || change.field === 'membership')
    .flatMap((change) => [change.old, change.new])
    .filter((id) => id !== null)
  const { rows: found } = await sql<{ id: string; name: string }>`
    select distinct on (organisation_id) organisation_id as id, name from organisation_profiles
    where tenant_id = ${tx.tenantId} and organisation_id = any(${ids}::uuid[]) and superseded_at is null and starts_on <= app_today()
    order by organisation_id, starts_on desc`.execute(tx)
  return new Map(found.map((each) => [each.id, each.name]))
}

interface KnownNumbers {
  row_id: number
  mobile_cipher: Buffer | null
  number_cipher: Buffer | null
  wrapped_key: Buffer
  master_key_id: number
}

async function knownNumbers(tx: Tx, rows: readonly StoredRow[]): Promise<Map<number, Sources['written']>> {
  const ids = rows.filter((row) => row.existing_person_id !== null)
  const { rows: found } = await sql<KnownNumbers>`
    select w.row_id, p.mobile_cipher, k.wrapped_key, k.master_key_id,
      (select c.number_cipher from service_cards c where c.tenant_id = p.tenant_id and c.person_id = p.id and c.superseded_at is null
        and c.ends_before is null order by c.starts_on desc limit 1) as number_cipher
    from unnest(${ids.map((row) => row.row_id)}::int[], ${ids.map((row) => row.existing_person_id)}::uuid[]) as w (row_id, person_id)
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = w.person_id
    join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id`.execute(tx)
  return new Map(
    found.map((row) => {
      const key = unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
      const opened = (cipher: Buffer | null) => (cipher === null ? null : openText(key, cipher))
      return [row.row_id, { mobile: opened(row.mobile_cipher), card: opened(row.number_cipher) }]
    }),
  )
}
