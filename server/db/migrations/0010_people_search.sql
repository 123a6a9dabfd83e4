-- Searching members, and changes of many memberships at once.

-- Sex stands in the index so that a filter needs no second table.
alter table member_index add column sex text;

create index member_index_employer_idx on member_index (tenant_id, employer_id) where employer_id is not null;

-- Few are retained; without this a list of them would walk past everybody else.
create index member_index_retained_idx on member_index (tenant_id, sort_key, person_id) where kind = 'retained';

-- Tail of a mobile number, searched inside the searcher's scope only.
create index persons_mobile_tail_hash_idx on persons (tenant_id, mobile_tail_hash) where mobile_tail_hash is not null;

-- Below a row security policy an index serves only conditions whose function is declared leakproof: "array contains" and "arrays overlap"
-- are not, so every search of member_index would read every row of every tenant. On numbers they tell nothing of a row, not even by their
-- errors (those name types only). Only a superuser may declare it. Under an ordinary owner searches stay right and walk the rows of
-- the tenant; the administrator of an outside PostgreSQL makes them fast by running these two statements once in the database.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
    alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
  end if;
end $$;

-- One change of many memberships: leavers, retired, moved. Kept so that it can be undone as a whole.
create table mass_changes (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  -- The union moved to, where it is a move.
  union_id uuid,
  takes_effect_on date not null,
  persons integer not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint mass_changes_pkey primary key (tenant_id, id),
  constraint mass_changes_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint mass_changes_kind_check check (kind in ('left', 'withdrawn', 'retired', 'deceased', 'retained', 'moved'))
);
create index mass_changes_author_idx on mass_changes (tenant_id, recorded_by, recorded_at);
select make_tenant_table('mass_changes');

-- Which rows of a person's membership a mass change closed and which it wrote.
create table mass_change_rows (
  tenant_id uuid not null,
  change_id uuid not null,
  person_id uuid not null,
  superseded_ids uuid[] not null,
  inserted_ids uuid[] not null,
  constraint mass_change_rows_pkey primary key (tenant_id, change_id, person_id),
  constraint mass_change_rows_change_fkey foreign key (tenant_id, change_id) references mass_changes (tenant_id, id)
);
select make_tenant_table('mass_change_rows');

-- A mass change was undone; `persons_left` had been changed again since and stayed as they are.
create table mass_change_undoings (
  tenant_id uuid not null,
  change_id uuid not null,
  persons_restored integer not null,
  persons_left integer not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint mass_change_undoings_pkey primary key (tenant_id, change_id),
  constraint mass_change_undoings_change_fkey foreign key (tenant_id, change_id) references mass_changes (tenant_id, id)
);
select make_tenant_table('mass_change_undoings');

-- A list of members that left the house: who took it, of where, how many, and what for (K11).
create table member_exports (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid,
  members integer not null,
  purpose text not null,
  appointment_id uuid not null,
  recorded_at timestamptz not null default now(),
  constraint member_exports_pkey primary key (tenant_id, id),
  constraint member_exports_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
select make_tenant_table('member_exports');
