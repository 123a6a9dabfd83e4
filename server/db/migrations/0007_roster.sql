-- The roster bridge: one import per uploaded sheet, its judged rows in waiting, what a commit changed, and what an undo left.

create table imports (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  mode text not null,
  organisation_id uuid not null,
  -- SHA-256 of the upload, by which the sealed file is found.
  file_sha256 text not null,
  file_name text not null,
  file_bytes bigint not null,
  as_of date not null,
  -- Where the work stands; who committed and who undid, and when, are rows of their own.
  state text not null,
  job_id uuid,
  refusal_code text,
  refusal_key text,
  refusal_why text,
  -- What the scan found: sheets, headers, skipped rows, notes of the file. Column titles, no cells.
  summary jsonb,
  -- Rows by what is to become of them.
  counts jsonb,
  created_by uuid not null,
  created_by_account uuid not null,
  created_at timestamptz not null default now(),
  constraint imports_pkey primary key (tenant_id, id),
  constraint imports_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint imports_kind_check check (kind in ('roster', 'organisations')),
  constraint imports_mode_check check (mode in ('delta', 'full')),
  constraint imports_state_check check (state in ('judging', 'refused', 'failed', 'ready', 'committing', 'committed', 'undoing', 'undone'))
);
create index imports_organisation_idx on imports (tenant_id, organisation_id, created_at);
select make_tenant_table('imports');
grant update on imports to gonghui_app;

-- One row of the sheet as judged, made ready so that a commit is nothing but set-wise statements: ids, keys, ciphertexts and keyed
-- hashes stand here from the dry run on. `sealed` holds what only an officer who mends the row needs (the cells as written, reasons).
create table import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  row_id integer not null,
  sheet text not null,
  sheet_row integer not null,
  -- What the import policy says of the row.
  outcome text not null,
  codes text[] not null,
  normalisations text[] not null,
  warnings text[] not null,
  -- What is to become of it: that, the comparison with what is there, and the officer's decisions together.
  bucket text not null,
  -- Keys of reasons that only show beside other rows or known persons: stands in the file twice, is known under another name.
  known text[] not null default '{}',
  decision text,
  fixed_by uuid,
  fixed_at timestamptz,
  sealed bytea,
  -- Also the id of the membership, the employment and the card that come with the person: ids are unique within a table.
  person_id uuid,
  name text,
  sex text,
  birth_date date,
  ethnic_group text,
  political_affiliation text,
  education_level text,
  household_type text,
  migrant_worker boolean,
  document_cipher bytea,
  document_hash bytea,
  mobile_cipher bytea,
  mobile_hash bytea,
  mobile_tail_hash bytea,
  card_cipher bytea,
  card_hash bytea,
  wrapped_key bytea,
  master_key_id smallint,
  union_id uuid,
  employer_id uuid,
  membership_kind text,
  joined_on date,
  joined_precision text,
  form text,
  status text,
  union_group text,
  job text,
  sort_key text collate "C",
  name_tokens bigint[],
  -- The person already known by this number, as they were when the row was compared.
  existing_person_id uuid,
  existing_version integer,
  existing_membership_id uuid,
  changes jsonb,
  constraint import_rows_pkey primary key (tenant_id, import_id, row_id),
  constraint import_rows_outcome_check check (outcome in ('accepted', 'review', 'rejected')),
  constraint import_rows_decision_check check (decision in ('confirmed', 'left_out')),
  constraint import_rows_bucket_check check (bucket in ('new', 'changed', 'same', 'transfer', 'review', 'rejected', 'left_out'))
);
create index import_rows_waiting_idx on import_rows (tenant_id, import_id, bucket, row_id) where bucket in ('review', 'rejected', 'left_out');
select make_tenant_table('import_rows');
grant update, delete on import_rows to gonghui_app;

-- Members of the union whom a full list does not name: proposed as leavers, never ended by the import itself.
create table import_leavers (
  tenant_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  constraint import_leavers_pkey primary key (tenant_id, import_id, person_id)
);
select make_tenant_table('import_leavers');
grant delete on import_leavers to gonghui_app;

-- What a column of this sender's sheets means, as an officer once said. A null field: nothing to import.
create table import_column_choices (
  tenant_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  header_key text not null,
  field text,
  chosen_by uuid not null,
  chosen_at timestamptz not null default now(),
  constraint import_column_choices_pkey primary key (tenant_id, organisation_id, kind, header_key),
  constraint import_column_choices_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
select make_tenant_table('import_column_choices');
grant update, delete on import_column_choices to gonghui_app;

create table import_commits (
  tenant_id uuid not null,
  import_id uuid not null,
  persons_added integer not null,
  persons_changed integer not null,
  transfers_proposed integer not null,
  leavers_proposed integer not null,
  -- Tasks the commit put into inboxes.
  task_ids uuid[] not null,
  committed_by uuid not null,
  committed_at timestamptz not null default now(),
  constraint import_commits_pkey primary key (tenant_id, import_id),
  constraint import_commits_import_fkey foreign key (tenant_id, import_id) references imports (tenant_id, id)
);
select make_tenant_table('import_commits');

-- A known person whom a commit changed: the columns before and the rows that were closed, so that an undo can put them back.
create table import_changes (
  tenant_id uuid not null,
  import_id uuid not null,
  row_id integer not null,
  person_id uuid not null,
  -- The person's version after the commit: another one at the undo means that somebody has worked on it since.
  version integer not null,
  before jsonb not null,
  superseded_membership_id uuid,
  superseded_employment_id uuid,
  superseded_card_id uuid,
  constraint import_changes_pkey primary key (tenant_id, import_id, row_id)
);
create index import_changes_person_idx on import_changes (tenant_id, person_id);
select make_tenant_table('import_changes');

create table import_undos (
  tenant_id uuid not null,
  import_id uuid not null,
  persons_removed integer not null,
  persons_restored integer not null,
  -- Rows changed since, which stay as they are.
  rows_left integer[] not null,
  undone_by uuid not null,
  undone_at timestamptz not null default now(),
  constraint import_undos_pkey primary key (tenant_id, import_id),
  constraint import_undos_import_fkey foreign key (tenant_id, import_id) references imports (tenant_id, id)
);
select make_tenant_table('import_undos');
