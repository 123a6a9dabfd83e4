-- Two records that look like one person and are two: an officer has found out, and they are not asked about again.
create table person_distinctions (
  tenant_id uuid not null,
  -- The lower id first, so that a pair stands here once.
  person_id uuid not null,
  other_person_id uuid not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint person_distinctions_pkey primary key (tenant_id, person_id, other_person_id),
  constraint person_distinctions_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint person_distinctions_other_fkey foreign key (tenant_id, other_person_id) references persons (tenant_id, id),
  constraint person_distinctions_order_check check (person_id < other_person_id)
);
create index person_distinctions_other_idx on person_distinctions (tenant_id, other_person_id);
select make_tenant_table('person_distinctions');
