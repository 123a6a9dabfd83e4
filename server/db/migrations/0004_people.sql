-- People, employments, memberships, cards. Document numbers, mobiles and card numbers are ciphertext under a key of the person's own,
-- with a keyed hash for equality.

create table persons (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  sex text,
  birth_date date,
  ethnic_group text,
  political_affiliation text,
  education_level text,
  household_type text,
  migrant_worker boolean,
  document_kind text,
  document_cipher bytea,
  document_hash bytea,
  mobile_cipher bytea,
  mobile_hash bytea,
  mobile_tail_hash bytea,
  -- External persons (judges, technicians) act for an inviting organisation and until a day.
  invited_by_organisation_id uuid,
  invited_until date,
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  import_id uuid,
  constraint persons_pkey primary key (tenant_id, id),
  constraint persons_sex_check check (sex in ('male', 'female')),
  constraint persons_document_check check ((document_hash is null) = (document_cipher is null)),
  constraint persons_mobile_check check ((mobile_hash is null) = (mobile_cipher is null))
);
create unique index persons_document_hash_key on persons (tenant_id, document_hash) where document_hash is not null;
create index persons_mobile_hash_idx on persons (tenant_id, mobile_hash) where mobile_hash is not null;
create index persons_import_idx on persons (tenant_id, import_id) where import_id is not null;
select make_tenant_table('persons');
grant update on persons to gonghui_app;

-- The person's own key, wrapped by the master key. Deleting the row is erasure: nothing encrypted under it can be read again.
create table person_keys (
  tenant_id uuid not null,
  person_id uuid not null,
  wrapped_key bytea not null,
  master_key_id smallint not null,
  constraint person_keys_pkey primary key (tenant_id, person_id)
);
select make_tenant_table('person_keys');
grant update, delete on person_keys to gonghui_app;

-- A merge of two persons: reads resolve the alias, facts are never repointed, undoing is a time.
create table person_aliases (
  tenant_id uuid not null,
  id uuid not null,
  alias_id uuid not null,
  person_id uuid not null,
  merged_on date not null,
  reason text not null,
  merged_by uuid,
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  constraint person_aliases_pkey primary key (tenant_id, id),
  constraint person_aliases_alias_fkey foreign key (tenant_id, alias_id) references persons (tenant_id, id),
  constraint person_aliases_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint person_aliases_self_check check (alias_id <> person_id)
);
create unique index person_aliases_current_key on person_aliases (tenant_id, alias_id) where undone_at is null;
create index person_aliases_person_idx on person_aliases (tenant_id, person_id);
select make_tenant_table('person_aliases');
grant update (undone_at, undone_by) on person_aliases to gonghui_app;

-- Work: person and employer or platform, dated. A worker needs no membership.
create table employments (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  employer_id uuid,
  platform_name text,
  form text,
  status text,
  union_group text,
  job text,
  starts_on date not null,
  ends_before date,
  end_reason text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint employments_pkey primary key (tenant_id, id),
  constraint employments_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint employments_employer_fkey foreign key (tenant_id, employer_id) references organisations (tenant_id, id),
  constraint employments_dates_check check (ends_before is null or ends_before > starts_on)
);
create index employments_person_idx on employments (tenant_id, person_id);
create index employments_employer_idx on employments (tenant_id, employer_id);
select make_tenant_table('employments');
grant update (superseded_at) on employments to gonghui_app;

-- Membership: person and union, dated, one open at a time. A member needs no employer (C8).
create table memberships (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  kind text not null,
  joined_on date,
  joined_precision text,
  starts_on date not null,
  ends_before date,
  end_reason text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint memberships_pkey primary key (tenant_id, id),
  constraint memberships_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint memberships_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint memberships_kind_check check (kind in ('member', 'retained')),
  constraint memberships_end_reason_check check (end_reason in ('transferred', 'withdrawn', 'retired', 'deceased', 'left', 'expelled', 'union_closed', 'changed', 'undone')),
  constraint memberships_precision_check check (joined_precision in ('day', 'month', 'year')),
  constraint memberships_dates_check check (ends_before is null or ends_before > starts_on)
);
create index memberships_person_idx on memberships (tenant_id, person_id);
create index memberships_union_idx on memberships (tenant_id, union_id);
create unique index memberships_open_key on memberships (tenant_id, person_id) where superseded_at is null and ends_before is null;
select make_tenant_table('memberships');
grant update (superseded_at) on memberships to gonghui_app;

-- Union service cards (工会会员服务卡), bank-issued numbers.
create table service_cards (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number_cipher bytea not null,
  number_hash bytea not null,
  starts_on date not null,
  ends_before date,
  end_reason text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  constraint service_cards_pkey primary key (tenant_id, id),
  constraint service_cards_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint service_cards_end_reason_check check (end_reason in ('lost', 'replaced', 'returned', 'undone'))
);
create index service_cards_person_idx on service_cards (tenant_id, person_id);
create index service_cards_number_idx on service_cards (tenant_id, number_hash) where superseded_at is null and ends_before is null;
select make_tenant_table('service_cards');
grant update (superseded_at) on service_cards to gonghui_app;

-- The current view members are searched by: one row for each person with a membership today, kept in the transaction of every change
-- and recountable from the dated rows. Tokens are numbers: grams of the name, pinyin, initials; and the tree_no of every
-- organisation at or above the union. One index answers "these characters below this organisation".
create table member_index (
  tenant_id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  union_id uuid not null,
  employer_id uuid,
  kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  name_tokens bigint[] not null,
  org_tokens bigint[] not null,
  constraint member_index_pkey primary key (tenant_id, person_id)
);
create index member_index_tokens_idx on member_index using gin (name_tokens, org_tokens);
create index member_index_sort_idx on member_index (tenant_id, sort_key, person_id);
create index member_index_union_idx on member_index (tenant_id, union_id, sort_key, person_id);
select make_tenant_table('member_index');
grant update, delete on member_index to gonghui_app;

-- Members of each union today, by kind: a roll-up of member_index kept in the same transaction, recountable.
create table union_member_counts (
  tenant_id uuid not null,
  union_id uuid not null,
  kind text not null,
  members integer not null,
  constraint union_member_counts_pkey primary key (tenant_id, union_id, kind)
);
select make_tenant_table('union_member_counts');
grant update, delete on union_member_counts to gonghui_app;

-- Who looked at whose hidden data, and why: the person concerned may read it.
create table reveals (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  fields text[] not null,
  reason text not null,
  appointment_id uuid not null,
  revealed_at timestamptz not null default now(),
  constraint reveals_pkey primary key (tenant_id, id),
  constraint reveals_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index reveals_person_idx on reveals (tenant_id, person_id, revealed_at);
select make_tenant_table('reveals');
