-- Who asked to be forgotten, since when, and on what ground: ids and a date, nothing else stays. A restore applies these again.
create table person_erasures (
  tenant_id uuid not null,
  person_id uuid not null,
  basis text not null,
  -- The approved request; null where a restore found the person again.
  request_id uuid,
  erased_at timestamptz not null default now(),
  erased_by uuid,
  constraint person_erasures_pkey primary key (tenant_id, person_id),
  constraint person_erasures_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint person_erasures_basis_check check (basis in ('request', 'consent_withdrawn', 'retention', 'restore'))
);
create index person_erasures_time_idx on person_erasures (tenant_id, erased_at);
select make_tenant_table('person_erasures');

-- Free text about a person goes with them; dated facts, ids and counts stay.
grant update (union_group, job, platform_name) on employments to gonghui_app;
grant update (number_cipher, number_hash) on service_cards to gonghui_app;
grant update (reason) on person_aliases, reveals to gonghui_app;
grant update (before) on import_changes to gonghui_app;
