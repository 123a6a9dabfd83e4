import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { MemberFilter } from '#contract/people-records.ts'
import { documentKinds } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MemberScope } from './member-scope.ts'
import { readQuery, type MemberSearch } from './rules/query.ts'
import { cardHash, documentHash, mobileHashes, mobileTailHash } from './secrets.ts'

/**
 * The relation `hits` (person_id, sort_key): everybody a filter finds within a scope, as the tail of a `with` list that has `root`. Letters
 * are taken as whole syllables or initials; only when nobody is found so, as the beginning of a spelling still being typed.
 */
export function memberHits(tx: Tx, scope: MemberScope, filter: MemberFilter): RawBuilder<unknown> {
  const search = readQuery(filter.q)
  const narrowed = narrowing(filter)
  const found = (condition: RawBuilder<SqlBool>, place = scope.condition) => sql`
    select m.person_id, m.sort_key from member_index m
    where m.tenant_id = ${tx.tenantId} and ${condition} and ${narrowed} and ${place}`
  if (search === null) return sql`hits as materialized (${found(sql<SqlBool>`true`)})`
  if (search.kind !== 'letters') return sql`hits as materialized (${found(searchCondition(tx, search))})`
  return sql`
    spelt as materialized (${found(sql<SqlBool>`m.name_tokens && ${search.tokens}::bigint[]`)}),
    hits as materialized (
      select * from spelt
      union all
      select * from (${found(sql<SqlBool>`m.sort_key >= ${search.prefix} and m.sort_key < ${`${search.prefix}{`}`, onRows(scope.condition))}) begun
      where not (select exists (select from spelt)))`
}

/** The same condition, asked of rows that another index has found: an index cannot serve "is true". */
export function onRows(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${condition}) is true`
}

/** What narrows a list down besides what is searched for, as SQL over `member_index m`. */
export function narrowing(filter: MemberFilter): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = [sql<SqlBool>`true`]
  // Written out, so that the index of retained memberships serves.
  if (filter.kind !== undefined) parts.push(sql<SqlBool>`m.kind = ${sql.lit(filter.kind)}`)
  if (filter.sex !== undefined) parts.push(sql<SqlBool>`m.sex = ${filter.sex}`)
  if (filter.employerId !== undefined) parts.push(sql<SqlBool>`m.employer_id = ${filter.employerId}`)
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function searchCondition(tx: Tx, search: Exclude<MemberSearch, { kind: 'letters' }>): RawBuilder<SqlBool> {
  switch (search.kind) {
    case 'characters': {
      const tokens = sql<SqlBool>`m.name_tokens @> ${search.tokens}::bigint[]`
      if (search.contains === null) return tokens
      return sql<SqlBool>`${tokens} and strpos(lower(translate(m.name, '·. ', '')), ${search.contains}) > 0`
    }
    case 'mobileTail':
      return personsWhere(tx, sql`p.mobile_tail_hash = ${mobileTailHash(tx, search.lastFour)}`)
    case 'mobile':
      return personsWhere(tx, sql`p.mobile_hash = ${mobileHashes(tx, search.mobile).whole}`)
    case 'number':
      return numberCondition(tx, search)
    case 'nothing':
      return sql<SqlBool>`false`
  }
}

function numberCondition(
  tx: Tx,
  search: { document: string | null; card: string | null },
): RawBuilder<SqlBool> {
  const { document, card } = search
  const either: RawBuilder<SqlBool>[] = []
  if (document !== null) {
    const hashes = documentKinds.map((kind) => documentHash(tx, { kind, number: document }))
    either.push(personsWhere(tx, sql`p.document_hash = any(${hashes}::bytea[])`))
  }
  if (card !== null)
    either.push(sql<SqlBool>`m.person_id in (
      select coalesce(alias.person_id, c.person_id) from service_cards c
      left join person_aliases alias on alias.tenant_id = c.tenant_id and alias.alias_id = c.person_id and alias.undone_at is null
      where c.tenant_id = ${tx.tenantId} and c.number_hash = ${cardHash(tx, card)} and c.superseded_at is null and c.ends_before is null)`)
  return sql<SqlBool>`(${sql.join(either, sql` or `)})`
}

// A number of a merged record finds the person it was merged into.
function personsWhere(tx: Tx, condition: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`m.person_id in (
    select coalesce(alias.person_id, p.id) from persons p
    left join person_aliases alias on alias.tenant_id = p.tenant_id and alias.alias_id = p.id and alias.undone_at is null
    where p.tenant_id = ${tx.tenantId} and ${condition})`
}
