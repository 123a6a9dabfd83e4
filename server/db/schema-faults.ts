import type pg from 'pg'
import { indexExceptions, plumbingTables, referenceTables } from './table-classes.ts'

const approvedPolicy = "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)"

interface Check {
  /** What is wrong, said of the object the query names. */
  says: string
  query: string
  values?: unknown[]
}

/**
 * Everything in the schema that breaks the rules of tenants: tenant_id first in every key, row security enabled and forced with the one
 * approved policy, foreign keys compound, no serial numbers, no power of the app role to change what it must not. Empty means sound.
 */
export async function schemaFaults(client: pg.Client | pg.Pool): Promise<string[]> {
  const faults: string[] = []
  for (const check of checks) {
    const { rows } = await client.query<{ object: string }>(check.query, check.values)
    faults.push(...rows.map((row) => `${row.object}: ${check.says}`))
  }
  return faults.sort()
}

const outside = [...plumbingTables, ...referenceTables]
const tenantTables = `select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all($1)`

const checks: Check[] = [
  {
    says: 'a tenant table has no tenant_id uuid not null',
    query: `select t.relname as object from (${tenantTables}) t where not exists (select from pg_attribute a
      where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
    values: [outside],
  },
  {
    says: 'row security is not enabled and forced',
    query: `select t.relname as object from (${tenantTables}) t join pg_class c on c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity)`,
    values: [outside],
  },
  {
    says: 'it does not have exactly the one approved policy',
    query: `select t.relname as object from (${tenantTables}) t where (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
      or exists (select from pg_policy p where p.polrelid = t.oid and (p.polcmd <> '*' or not p.polpermissive or p.polroles <> '{0}'
        or pg_get_expr(p.polqual, p.polrelid) <> $2 or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from $2))`,
    values: [outside, approvedPolicy],
  },
  {
    says: 'a primary or unique key does not start with tenant_id',
    query: `select x.relname as object from (${tenantTables}) t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] where i.indisunique and a.attname <> 'tenant_id'`,
    values: [outside],
  },
  {
    says: 'a tenant table has no primary key',
    query: `select t.relname as object from (${tenantTables}) t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
    values: [outside],
  },
  {
    says: 'an index does not start with tenant_id',
    query: `select x.relname as object from (${tenantTables}) t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'tenant_id' and x.relname <> all($2)`,
    values: [outside, Object.keys(indexExceptions)],
  },
  {
    says: 'a foreign key to a tenant table does not carry tenant_id',
    query: `select k.conname as object from pg_constraint k join (${tenantTables}) t on t.oid = k.confrelid
      where k.contype = 'f' and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'tenant_id')`,
    values: [outside],
  },
  {
    says: 'a table outside row security points at a tenant table',
    query: `select k.conname as object from pg_constraint k join (${tenantTables}) t on t.oid = k.confrelid join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and c.relname = any($1)`,
    values: [outside],
  },
  {
    says: 'a serial number crosses tenants',
    query: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_depend d on d.objid = c.oid and d.deptype in ('a', 'i') join pg_class t on t.oid = d.refobjid
      where c.relkind = 'S' and n.nspname = 'public' and t.relname <> all($1)`,
    values: [outside],
  },
  {
    says: 'the app role owns it',
    query: `select c.relname as object from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'gonghui_app'`,
  },
  {
    says: 'the role may pass row security',
    query: `select rolname as object from pg_roles where rolname = 'gonghui_app' and (rolbypassrls or rolsuper or rolcreatedb or rolcreaterole)`,
  },
  {
    says: 'the app role may truncate, reference or trigger',
    query: `select table_name as object from information_schema.role_table_grants
      where grantee in ('gonghui_app', 'PUBLIC') and table_schema = 'public' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
  },
  {
    says: 'the app role may write a reference table',
    query: `select table_name as object from information_schema.role_table_grants
      where grantee = 'gonghui_app' and table_name = any($1) and privilege_type in ('INSERT', 'UPDATE', 'DELETE')`,
    values: [referenceTables],
  },
  {
    says: 'the app role may change the audit log past its functions',
    query: `select table_name as object from information_schema.role_table_grants
      where grantee = 'gonghui_app' and table_name in ('audit_entries', 'audit_heads', 'audit_seals', 'audit_seal_heads') and privilege_type <> 'SELECT'`,
  },
  {
    says: 'a function runs with its owner’s rights and is not on the list',
    query: `select p.proname as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef and p.proname not in ('append_audit', 'append_audits', 'seal_audit', 'keep_balances')`,
  },
  {
    says: 'a view does not use the rights of whoever asks',
    query: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('v', 'm') and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`,
  },
]
