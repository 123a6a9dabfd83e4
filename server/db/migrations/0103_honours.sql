-- Honours of people and of organisations: conferred by a document, kept for life, taken back with a reason (H6).
create table honours (
  tenant_id uuid not null,
  id uuid not null,
  -- Who confers it: it counts there.
  organisation_id uuid not null,
  -- A title of the rule it was conferred by.
  title text not null,
  rule_id uuid not null,
  holder_person_id uuid,
  holder_organisation_id uuid,
  -- What it was given for, in the words of the document.
  deed text not null,
  document_no text not null,
  granted_on date not null,
  expires_on date,
  -- What a certificate is checked by; random, and no way back to its holder.
  code text not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  constraint honours_pkey primary key (tenant_id, id),
  constraint honours_code_key unique (tenant_id, code),
  constraint honours_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint honours_holder_person_fkey foreign key (tenant_id, holder_person_id) references persons (tenant_id, id),
  constraint honours_holder_organisation_fkey foreign key (tenant_id, holder_organisation_id) references organisations (tenant_id, id),
  constraint honours_rule_fkey foreign key (rule_id) references rules (id),
  constraint honours_holder_check check (num_nonnulls(holder_person_id, holder_organisation_id) = 1),
  constraint honours_days_check check (expires_on > granted_on),
  constraint honours_words_check check (length(deed) between 1 and 500 and length(document_no) between 1 and 80)
);
create index honours_organisation_idx on honours (tenant_id, organisation_id, granted_on);
create index honours_holder_person_idx on honours (tenant_id, holder_person_id);
create index honours_holder_organisation_idx on honours (tenant_id, holder_organisation_id);
select make_tenant_table('honours');
-- Erasure of a person empties what was written of their deeds.
grant update (deed) on honours to gonghui_app;

create table honour_revocations (
  tenant_id uuid not null,
  honour_id uuid not null,
  reason text not null,
  revoked_on date not null,
  -- What was paid with it and taken back, in fen; null: nothing was.
  recovered_fen bigint,
  revoked_by uuid not null,
  revoked_at timestamptz not null default now(),
  constraint honour_revocations_pkey primary key (tenant_id, honour_id),
  constraint honour_revocations_honour_fkey foreign key (tenant_id, honour_id) references honours (tenant_id, id),
  constraint honour_revocations_reason_check check (length(reason) between 1 and 300),
  constraint honour_revocations_recovered_check check (recovered_fen > 0)
);
select make_tenant_table('honour_revocations');

-- Which titles there are, who may hold them, and for how many months nobody gets the same again.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000010301', '', 'honours.titles', '=', '[
    {"code": "public_thanks", "zh": "通报表扬", "en": "public thanks", "holder": "person", "months": 0},
    {"code": "excellent_commissioner", "zh": "优秀党工专员", "en": "excellent commissioner", "holder": "person", "months": 12},
    {"code": "excellent_union_worker", "zh": "优秀工会工作者", "en": "excellent union worker", "holder": "person", "months": 12},
    {"code": "excellent_union", "zh": "先进工会组织", "en": "excellent union", "holder": "organisation", "months": 12},
    {"code": "demonstration_point", "zh": "示范点", "en": "demonstration point", "holder": "organisation", "months": 12}]',
    'titles', '0001-01-01', null, 'Gonghui preset', 'H6', 'practice');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 7'
from (values
  ('city_officer', 'subtree', array['honours.read', 'honours.confer']),
  ('federation_officer', 'subtree', array['honours.read', 'honours.confer']),
  ('street_officer', 'subtree', array['honours.read', 'honours.confer']),
  ('union_chair', 'subtree', array['honours.read']),
  ('union_vice_chair', 'subtree', array['honours.read']),
  ('union_officer', 'unit', array['honours.read'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
