-- Finding entries of the audit log among millions, newest first: by act, by who acted, by subject and organisation. Each ends in moment and id, so that
-- a page is read off the index without sorting.
drop index audit_entries_subject_idx;
drop index audit_entries_organisation_idx;
create index audit_entries_subject_idx on audit_entries (tenant_id, subject_id, recorded_at, id) where subject_id is not null;
create index audit_entries_organisation_idx on audit_entries (tenant_id, organisation_id, recorded_at, id) where organisation_id is not null;
create index audit_entries_action_idx on audit_entries (tenant_id, action, recorded_at, id);
create index audit_entries_account_idx on audit_entries (tenant_id, account_id, recorded_at, id) where account_id is not null;

-- Who took entries out as a file, how many and what for.
create table audit_exports (
  tenant_id uuid not null,
  id uuid not null,
  entries integer not null,
  purpose text not null,
  exported_by uuid not null,
  exported_at timestamptz not null default now(),
  constraint audit_exports_pkey primary key (tenant_id, id)
);
select make_tenant_table('audit_exports');
