-- Organisations and how they hang together. Dated rows carry effective dates [starts_on, ends_before) and recorded_at;
-- a correction supersedes a row and writes a new one, it never edits.

create table organisations (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  union_type text,
  two_new_type text,
  -- Permanent statistical code: one per organisation, unchanged over years and renames.
  stat_code text not null,
  -- The number by which member_index finds everything below this organisation.
  tree_no bigint not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint organisations_pkey primary key (tenant_id, id),
  constraint organisations_stat_code_key unique (tenant_id, stat_code),
  constraint organisations_tree_no_key unique (tenant_id, tree_no),
  constraint organisations_kind_check check (kind in ('federation', 'industrial_union', 'street_federation', 'union_association',
    'basic_union', 'employer', 'party_body', 'department', 'health_centre', 'station', 'other')),
  constraint organisations_union_type_check check (union_type in ('single', 'joint', 'organiser_only')),
  constraint organisations_two_new_type_check check (two_new_type in ('new_economic', 'new_social'))
);
select make_tenant_table('organisations');
-- Kinds of unions are corrected in place; the right to update a column is also what locking a row asks for.
grant update (union_type, two_new_type) on organisations to gonghui_app;

-- What is written on the door and in the register, as it was at each time. A rename is a new row.
create table organisation_profiles (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  uscc text,
  division_code text,
  street text,
  address text,
  postcode text,
  industry_code text,
  employer_nature text,
  founded_on date,
  founded_precision text,
  approval_no text,
  direct_point boolean not null default false,
  annual_budget_fen bigint,
  six_haves boolean[],
  document_no text,
  starts_on date not null,
  ends_before date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint organisation_profiles_pkey primary key (tenant_id, id),
  constraint organisation_profiles_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint organisation_profiles_dates_check check (ends_before is null or ends_before > starts_on),
  constraint organisation_profiles_precision_check check (founded_precision in ('day', 'month', 'year'))
);
create index organisation_profiles_organisation_idx on organisation_profiles (tenant_id, organisation_id, starts_on);
create index organisation_profiles_uscc_idx on organisation_profiles (tenant_id, uscc) where superseded_at is null;
create index organisation_profiles_name_idx on organisation_profiles (tenant_id, name) where superseded_at is null;
create unique index organisation_profiles_open_key on organisation_profiles (tenant_id, organisation_id) where superseded_at is null and ends_before is null;
select make_tenant_table('organisation_profiles');
grant update (superseded_at) on organisation_profiles to gonghui_app;

-- Child under parent, by kind. Exactly one `leads` at any date: only it gives scope and roll-up.
create table affiliations (
  tenant_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  kind text not null,
  document_no text,
  starts_on date not null,
  ends_before date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint affiliations_pkey primary key (tenant_id, id),
  constraint affiliations_child_fkey foreign key (tenant_id, child_id) references organisations (tenant_id, id),
  constraint affiliations_parent_fkey foreign key (tenant_id, parent_id) references organisations (tenant_id, id),
  constraint affiliations_kind_check check (kind in ('leads', 'guides', 'territory', 'party', 'health')),
  constraint affiliations_dates_check check (ends_before is null or ends_before > starts_on),
  constraint affiliations_self_check check (child_id <> parent_id)
);
create index affiliations_child_idx on affiliations (tenant_id, child_id, kind, starts_on);
create index affiliations_parent_idx on affiliations (tenant_id, parent_id, kind);
create unique index affiliations_open_leads_key on affiliations (tenant_id, child_id) where kind = 'leads' and superseded_at is null and ends_before is null;
select make_tenant_table('affiliations');
grant update (superseded_at) on affiliations to gonghui_app;

-- Which employers a union covers: n to 1 and n to m, dated (覆盖).
create table coverages (
  tenant_id uuid not null,
  id uuid not null,
  union_id uuid not null,
  employer_id uuid not null,
  starts_on date not null,
  ends_before date,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint coverages_pkey primary key (tenant_id, id),
  constraint coverages_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint coverages_employer_fkey foreign key (tenant_id, employer_id) references organisations (tenant_id, id),
  constraint coverages_dates_check check (ends_before is null or ends_before > starts_on)
);
create index coverages_employer_idx on coverages (tenant_id, employer_id);
create index coverages_union_idx on coverages (tenant_id, union_id);
create unique index coverages_open_key on coverages (tenant_id, union_id, employer_id) where superseded_at is null and ends_before is null;
select make_tenant_table('coverages');
grant update (superseded_at) on coverages to gonghui_app;

-- Reported numbers of workers: facts of their own, not counts of persons.
create table headcounts (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  as_of date not null,
  workers integer not null,
  women integer,
  migrants integer,
  members integer,
  women_members integer,
  source text not null,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint headcounts_pkey primary key (tenant_id, id),
  constraint headcounts_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint headcounts_counts_check check (workers >= 0 and women >= 0 and migrants >= 0 and members >= 0 and women_members >= 0)
);
create unique index headcounts_current_key on headcounts (tenant_id, organisation_id, as_of) where superseded_at is null;
select make_tenant_table('headcounts');
grant update (superseded_at) on headcounts to gonghui_app;

-- Lineage: who came out of whom, when and how.
create table successions (
  tenant_id uuid not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  happened_on date not null,
  document_no text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  constraint successions_pkey primary key (tenant_id, id),
  constraint successions_predecessor_fkey foreign key (tenant_id, predecessor_id) references organisations (tenant_id, id),
  constraint successions_successor_fkey foreign key (tenant_id, successor_id) references organisations (tenant_id, id),
  constraint successions_kind_check check (kind in ('merge', 'split', 'replace'))
);
create index successions_predecessor_idx on successions (tenant_id, predecessor_id);
create index successions_successor_idx on successions (tenant_id, successor_id);
select make_tenant_table('successions');
grant update (superseded_at) on successions to gonghui_app;

-- An organisation has ended: a row with author, day and document, not a flag.
create table organisation_endings (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  ended_on date not null,
  reason text not null,
  document_no text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  constraint organisation_endings_pkey primary key (tenant_id, id),
  constraint organisation_endings_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint organisation_endings_reason_check check (reason in ('closed', 'merged', 'split', 'undone'))
);
create unique index organisation_endings_current_key on organisation_endings (tenant_id, organisation_id) where superseded_at is null;
select make_tenant_table('organisation_endings');
grant update (superseded_at) on organisation_endings to gonghui_app;

-- Term of a committee: 3 or 5 years from the assembly that elected it.
create table union_terms (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  elected_on date not null,
  term_years integer not null,
  starts_on date not null,
  ends_before date not null,
  document_no text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  constraint union_terms_pkey primary key (tenant_id, id),
  constraint union_terms_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint union_terms_years_check check (term_years in (3, 5)),
  constraint union_terms_dates_check check (ends_before > starts_on)
);
create index union_terms_organisation_idx on union_terms (tenant_id, organisation_id, starts_on);
select make_tenant_table('union_terms');
grant update (superseded_at) on union_terms to gonghui_app;

-- Closure of `leads` with the dates each path holds, rebuilt from the dated rows whenever they change. Every organisation is its own
-- ancestor at depth 0 for as long as it exists.
create table organisation_tree (
  tenant_id uuid not null,
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth integer not null,
  starts_on date not null,
  ends_before date,
  constraint organisation_tree_pkey primary key (tenant_id, descendant_id, ancestor_id, starts_on)
);
create index organisation_tree_ancestor_idx on organisation_tree (tenant_id, ancestor_id, descendant_id);
select make_tenant_table('organisation_tree');
grant delete on organisation_tree to gonghui_app;
