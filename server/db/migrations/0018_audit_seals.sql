-- Audit chains without waiting, seals over their heads, and what goes to the outside.

-- The canonical form of an entry, the same bytes as before (jsonb's own order of keys), put together without making a jsonb: verifying is three
-- times as fast. Not immutable, because to_char() is not: only so is it taken into the statement that uses it.
create or replace function audit_digest(prev_hash bytea, entry audit_entries) returns bytea language sql stable parallel safe as $$
  select sha256(prev_hash || convert_to(
    '{"at": "' || to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '", "id": "' || entry.id
    || '", "seq": ' || entry.seq || ', "chain": ' || entry.chain || ', "action": ' || to_json(entry.action) || ', "params": ' || entry.params
    || ', "tenant": "' || entry.tenant_id || '", "account": ' || coalesce('"' || entry.account_id || '"', 'null')
    || ', "subject": ' || coalesce('"' || entry.subject_id || '"', 'null') || ', "appointment": ' || coalesce('"' || entry.appointment_id || '"', 'null')
    || ', "subjectKind": ' || to_json(entry.subject_kind) || ', "organisation": ' || coalesce('"' || entry.organisation_id || '"', 'null') || '}', 'UTF8'))
$$;

-- Where the head of a chain lies that is now surely this transaction's: the one it took before, the one of its connection, any free one, or
-- else a new chain. Never waits, whatever other transactions hold and for how long.
create function take_audit_head(tenant uuid) returns tid language plpgsql as $$
declare
  place tid;
  own smallint := pg_backend_pid() % 32;
  taken text[] := string_to_array(current_setting('app.audit_head', true), ' ');
begin
  -- By its physical place: a transaction of many entries leaves as many dead versions of its head, and an index would walk through them all.
  if taken[1] = tenant::text then
    select h.ctid into place from audit_heads h
      where h.ctid = taken[3]::tid and h.tenant_id = tenant and h.chain = taken[2]::smallint for update skip locked;
    if found then return place; end if;
  end if;
  select h.ctid into place from audit_heads h where h.tenant_id = tenant and h.chain = own for update skip locked;
  if found then return place; end if;
  place := open_audit_chain(tenant, own);
  if place is not null then return place; end if;
  select h.ctid into place from audit_heads h where h.tenant_id = tenant limit 1 for update skip locked;
  if found then return place; end if;
  for n in 0..32767 loop
    place := open_audit_chain(tenant, n::smallint);
    if place is not null then return place; end if;
  end loop;
  raise exception 'every audit chain is held';
end $$;

-- The head of a new chain; null where the chain is there, or where another transaction is about to open it.
create function open_audit_chain(tenant uuid, n smallint) returns tid language plpgsql as $$
declare place tid;
begin
  if exists (select from audit_heads h where h.tenant_id = tenant and h.chain = n) then return null; end if;
  -- An insert of the same key would wait for the other transaction; this lock tells without waiting, and is held until the row can be seen.
  if not pg_try_advisory_xact_lock(hashtext('audit chain ' || tenant), n) then return null; end if;
  if exists (select from audit_heads h where h.tenant_id = tenant and h.chain = n) then return null; end if;
  insert into audit_heads as h (tenant_id, chain, seq, hash)
    values (tenant, n, 0, sha256(convert_to(tenant::text || ':' || n, 'UTF8'))) returning h.ctid into place;
  return place;
end $$;

revoke execute on function take_audit_head(uuid), open_audit_chain(uuid, smallint) from public;

-- Appends one entry to a chain nobody else holds; all entries of a transaction go to the same chain.
create or replace function append_audit(entry audit_entries) returns void language plpgsql security definer set search_path = public as $$
declare
  head audit_heads;
  place tid;
begin
  -- A definer function would step around the policy: the tenant of the transaction is asked here too.
  if entry.tenant_id is distinct from nullif(current_setting('app.tenant', true), '')::uuid then
    raise exception 'audit entry of another tenant' using errcode = 'insufficient_privilege';
  end if;
  place := take_audit_head(entry.tenant_id);
  select * into head from audit_heads h where h.ctid = place;
  entry.chain := head.chain;
  entry.seq := head.seq + 1;
  -- The database's time, whatever was asked for.
  entry.recorded_at := now();
  entry.prev_hash := head.hash;
  entry.hash := audit_digest(head.hash, entry);
  insert into audit_entries values (entry.*);
  update audit_heads h set seq = entry.seq, hash = entry.hash
    where h.ctid = place and h.tenant_id = entry.tenant_id and h.chain = entry.chain returning h.ctid into strict place;
  perform set_config('app.audit_head', concat_ws(' ', entry.tenant_id, entry.chain, place), true);
end $$;

-- A seal closes all chains of a tenant at one moment. Seals are chained themselves: each hash covers the one before and the heads it adds.
create table audit_seals (
  tenant_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null,
  -- How many entries of all chains are sealed so far.
  entries bigint not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint audit_seals_pkey primary key (tenant_id, number)
);
create index audit_seals_time_idx on audit_seals (tenant_id, sealed_at);
select make_tenant_table('audit_seals');
revoke insert on audit_seals from gonghui_app;

-- The heads of a seal: only of chains that have grown since the seal before.
create table audit_seal_heads (
  tenant_id uuid not null,
  chain smallint not null,
  seq bigint not null,
  seal bigint not null,
  hash bytea not null,
  constraint audit_seal_heads_pkey primary key (tenant_id, chain, seq)
);
create index audit_seal_heads_seal_idx on audit_seal_heads (tenant_id, seal, chain);
select make_tenant_table('audit_seal_heads');
revoke insert on audit_seal_heads from gonghui_app;

-- The one canonical form of a seal; `heads` are its chain:seq:hash, in the order of chains, with commas between.
create function audit_seal_digest(seal audit_seals, heads text) returns bytea language sql stable parallel safe as $$
  select sha256(seal.prev_hash || convert_to(concat_ws('|', seal.tenant_id, seal.number,
    to_char(seal.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), seal.entries, heads), 'UTF8'))
$$;

-- Seals what was appended since the last seal; null when nothing was. Runs as its owner: the app role can seal but not write seals.
create function seal_audit(tenant uuid) returns bigint language plpgsql security definer set search_path = public as $$
declare
  last audit_seals;
  seal audit_seals;
  heads text;
  fresh bigint;
begin
  if tenant is distinct from nullif(current_setting('app.tenant', true), '')::uuid then
    raise exception 'audit seal of another tenant' using errcode = 'insufficient_privilege';
  end if;
  -- Two that seal at once come one after the other.
  perform pg_advisory_xact_lock(hashtext('audit seals ' || tenant), 0);
  select * into last from audit_seals s where s.tenant_id = tenant order by s.number desc limit 1;
  seal.number := coalesce(last.number, 0) + 1;
  with grown as (
    select h.chain, h.seq, h.hash, h.seq - coalesce(sealed.seq, 0) as entries from audit_heads h
    left join lateral (select s.seq from audit_seal_heads s where s.tenant_id = h.tenant_id and s.chain = h.chain order by s.seq desc limit 1) sealed on true
    where h.tenant_id = tenant and h.seq > coalesce(sealed.seq, 0)),
  kept as (insert into audit_seal_heads (tenant_id, chain, seq, seal, hash) select tenant, chain, seq, seal.number, hash from grown)
  select string_agg(chain || ':' || seq || ':' || encode(hash, 'hex'), ',' order by chain), sum(entries) into heads, fresh from grown;
  if heads is null then return null; end if;
  seal.tenant_id := tenant;
  seal.sealed_at := clock_timestamp();
  seal.entries := coalesce(last.entries, 0) + fresh;
  seal.prev_hash := coalesce(last.hash, sha256(convert_to(tenant::text || ':seals', 'UTF8')));
  seal.hash := audit_seal_digest(seal, heads);
  insert into audit_seals values (seal.*);
  return seal.number;
end $$;
revoke execute on function seal_audit(uuid) from public;
grant execute on function seal_audit(uuid) to gonghui_app;

-- What was made to be kept outside: the newest seal, all heads and the erasures since the one before, as the text of a file.
create table audit_anchors (
  tenant_id uuid not null,
  number bigint not null,
  made_at timestamptz not null,
  seal bigint not null,
  entries bigint not null,
  file_name text not null,
  content text not null,
  digest bytea not null,
  made_by uuid,
  constraint audit_anchors_pkey primary key (tenant_id, number)
);
select make_tenant_table('audit_anchors');

-- An anchor was taken to a place outside, or could not be.
create table audit_anchor_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  anchor bigint not null,
  place text not null,
  outcome text not null,
  tried_at timestamptz not null default now(),
  constraint audit_anchor_deliveries_pkey primary key (tenant_id, id),
  constraint audit_anchor_deliveries_anchor_fkey foreign key (tenant_id, anchor) references audit_anchors (tenant_id, number),
  constraint audit_anchor_deliveries_place_check check (place in ('folder', 'mail')),
  constraint audit_anchor_deliveries_outcome_check check (outcome in ('kept', 'failed'))
);
create index audit_anchor_deliveries_anchor_idx on audit_anchor_deliveries (tenant_id, anchor);
select make_tenant_table('audit_anchor_deliveries');
