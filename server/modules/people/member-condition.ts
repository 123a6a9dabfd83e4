import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { MemberFilter } from '#contract/people-records.ts'
import { documentKinds } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MemberSearch } from './rules/query.ts'
import { cardHash, documentHash, mobileHashes, mobileTailHash } from './secrets.ts'

/** What narrows a list of members down, as SQL over `member_index m`. */
export function memberCondition(
  tx: Tx,
  filter: MemberFilter,
  search: MemberSearch | null,
): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = []
  if (search !== null) parts.push(searchCondition(tx, search))
  if (filter.kind !== undefined) parts.push(sql<SqlBool>`m.kind = ${filter.kind}`)
  if (filter.sex !== undefined) parts.push(sql<SqlBool>`m.sex = ${filter.sex}`)
  if (filter.employerId !== undefined) parts.push(sql<SqlBool>`m.employer_id = ${filter.employerId}`)
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function searchCondition(tx: Tx, search: MemberSearch): RawBuilder<SqlBool> {
  switch (search.kind) {
    case 'characters': {
      const tokens = sql<SqlBool>`m.name_tokens @> ${search.tokens}::bigint[]`
      if (search.contains === null) return tokens
      return sql<SqlBool>`${tokens} and strpos(lower(translate(m.name, '·. ', '')), ${search.contains}) > 0`
    }
    case 'letters':
      return sql<SqlBool>`(m.name_tokens && ${search.tokens}::bigint[] or (m.sort_key >= ${search.prefix} and m.sort_key < ${`${search.prefix}{`}))`
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
