-- Who may give which post, where a post can be held, substitutes, delegations, and tokens for programs.

-- Kinds of organisation a post can be held at (null: any), and how many may hold it at one of them at the same time (null: any number).
alter table posts add column kinds text[], add column most_holders integer;
update posts set kinds = array['federation'] where code in ('city_officer', 'federation_officer', 'system_administrator', 'security_administrator', 'audit_administrator');
update posts set kinds = array['street_federation'] where code = 'street_officer';
update posts set kinds = array['federation', 'industrial_union', 'street_federation', 'union_association', 'basic_union']
  where code in ('union_chair', 'union_vice_chair', 'union_officer', 'audit_committee_member');
update posts set kinds = array['basic_union', 'union_association', 'street_federation'] where code = 'union_organiser';
update posts set most_holders = 1 where code = 'union_chair';

-- Which post may give, end and substitute which: dated rule data. Nobody appoints upwards or sideways; administrators come from the security administrator only (三员分立).
create table post_appointers (
  appointer text not null,
  post text not null,
  starts_on date not null,
  ends_before date,
  document text not null,
  constraint post_appointers_pkey primary key (appointer, post, starts_on),
  constraint post_appointers_appointer_fkey foreign key (appointer) references posts (code),
  constraint post_appointers_post_fkey foreign key (post) references posts (code)
);
grant select on post_appointers to gonghui_app;
insert into post_appointers (appointer, post, starts_on, ends_before, document)
select appointer, post, date '2000-01-01', null, 'Gonghui preset 3'
from (values
  ('city_officer', array['federation_officer', 'street_officer', 'union_chair', 'union_vice_chair', 'union_officer', 'union_organiser', 'audit_committee_member',
    'finance_clerk', 'commissioner', 'matchmaker', 'judge', 'scrutineer']),
  ('federation_officer', array['street_officer', 'union_chair', 'union_vice_chair', 'union_officer', 'union_organiser', 'audit_committee_member', 'finance_clerk',
    'commissioner', 'matchmaker', 'judge', 'scrutineer']),
  ('street_officer', array['union_chair', 'union_vice_chair', 'union_officer', 'union_organiser', 'audit_committee_member', 'finance_clerk', 'commissioner',
    'matchmaker', 'scrutineer']),
  ('security_administrator', array['city_officer', 'federation_officer', 'system_administrator', 'security_administrator', 'audit_administrator'])
) as preset (appointer, posts), unnest(posts) as post;

-- What may leave the hands of its holder: by delegation to a colleague, or to a program by a token. What is not here stays with the post; a program
-- decides on nothing, so tasks and requests are not among its permissions.
create table permission_passings (
  permission text not null,
  way text not null,
  starts_on date not null,
  ends_before date,
  document text not null,
  constraint permission_passings_pkey primary key (permission, way, starts_on),
  constraint permission_passings_way_check check (way in ('delegation', 'token'))
);
grant select on permission_passings to gonghui_app;
insert into permission_passings (permission, way, starts_on, ends_before, document)
select permission, way, date '2000-01-01', null, 'Gonghui preset 3'
from (values
  ('delegation', array['organisations.read', 'organisations.write', 'organisations.import', 'people.read', 'people.write', 'people.reveal', 'roster.import',
    'roster.export', 'inbox.read', 'figures.read', 'figures.open', 'accounts.activate', 'complaints.handle']),
  ('token', array['organisations.read', 'organisations.write', 'organisations.import', 'people.read', 'people.write', 'people.reveal', 'roster.import',
    'roster.export', 'figures.read', 'figures.open', 'audit.read', 'audit.verify', 'appointments.read'])
) as preset (way, permissions), unnest(permissions) as permission;

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, 'delegations.write', 'subtree', date '2000-01-01', null, 'Gonghui preset 3'
from unnest(array['city_officer', 'federation_officer', 'street_officer', 'union_chair']) as post;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000001501', '', 'access.token_days', '<=', '366', 'days', '2000-01-01', null, 'Gonghui preset', 'L2', 'practice'),
  ('00000000-0000-7000-8000-000000001502', '', 'access.tokens_at_once', '<=', '20', 'tokens', '2000-01-01', null, 'Gonghui preset', 'L2', 'practice'),
  ('00000000-0000-7000-8000-000000001503', '', 'access.delegation_days', '<=', '366', 'days', '2000-01-01', null, 'Gonghui preset', 'L2', 'practice'),
  ('00000000-0000-7000-8000-000000001504', '', 'access.substitution_days', '<=', '366', 'days', '2000-01-01', null, 'Gonghui preset', 'L2', 'practice');

-- Somebody works in another's place for a while: an appointment of its own that holds no longer than the one it stands in for.
alter table appointments
  add column substitutes_id uuid,
  add column end_document_no text,
  drop constraint appointments_basis_check,
  add constraint appointments_basis_check check (basis in ('election', 'document', 'register', 'substitution')),
  add constraint appointments_substitution_check check ((basis = 'substitution') = (substitutes_id is not null)),
  add constraint appointments_substitution_end_check check (substitutes_id is null or ends_before is not null);
create index appointments_substitutes_idx on appointments (tenant_id, substitutes_id) where substitutes_id is not null;

-- An appointment that was entered by mistake never held: its row is superseded by none.
create table appointment_annulments (
  tenant_id uuid not null,
  appointment_id uuid not null,
  reason text not null,
  annulled_by uuid,
  recorded_at timestamptz not null default now(),
  constraint appointment_annulments_pkey primary key (tenant_id, appointment_id)
);
select make_tenant_table('appointment_annulments');

-- The holder of an appointment passes some powers on, for a part of the own scope and some time. Its permissions stand in grants.
create table delegations (
  tenant_id uuid not null,
  id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  organisation_id uuid not null,
  reach text not null,
  reason text not null,
  document_no text,
  starts_on date not null,
  ends_before date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint delegations_pkey primary key (tenant_id, id),
  constraint delegations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint delegations_reach_check check (reach in ('unit', 'subtree')),
  constraint delegations_dates_check check (ends_before > starts_on),
  constraint delegations_apart_check check (giver_id <> receiver_id)
);
create index delegations_giver_idx on delegations (tenant_id, giver_id);
create index delegations_receiver_idx on delegations (tenant_id, receiver_id);
select make_tenant_table('delegations');

create table delegation_endings (
  tenant_id uuid not null,
  delegation_id uuid not null,
  ends_before date not null,
  reason text not null,
  ended_by uuid,
  recorded_at timestamptz not null default now(),
  constraint delegation_endings_pkey primary key (tenant_id, delegation_id),
  constraint delegation_endings_delegation_fkey foreign key (tenant_id, delegation_id) references delegations (tenant_id, id)
);
select make_tenant_table('delegation_endings');

-- Nothing wrote grants before: there is no row without its delegation.
alter table grants
  add column delegation_id uuid not null,
  add constraint grants_delegation_fkey foreign key (tenant_id, delegation_id) references delegations (tenant_id, id),
  add constraint grants_permission_key unique (tenant_id, delegation_id, permission);

-- A token lets a program work as one appointment with some of its permissions. The hash by which it is found stands outside row security, like sessions.
create table api_tokens (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  appointment_id uuid not null,
  name text not null,
  permissions text[] not null,
  ends_before date not null,
  created_at timestamptz not null default now(),
  constraint api_tokens_pkey primary key (tenant_id, id),
  constraint api_tokens_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index api_tokens_appointment_idx on api_tokens (tenant_id, appointment_id);
create index api_tokens_account_idx on api_tokens (tenant_id, account_id);
select make_tenant_table('api_tokens');

create table api_token_endings (
  tenant_id uuid not null,
  token_id uuid not null,
  reason text not null,
  ended_by uuid,
  recorded_at timestamptz not null default now(),
  constraint api_token_endings_pkey primary key (tenant_id, token_id),
  constraint api_token_endings_token_fkey foreign key (tenant_id, token_id) references api_tokens (tenant_id, id)
);
select make_tenant_table('api_token_endings');

create table token_directory (
  token_hash bytea not null,
  tenant_id uuid not null,
  token_id uuid not null,
  ends_before date not null,
  last_used_on date,
  constraint token_directory_pkey primary key (token_hash),
  constraint token_directory_token_key unique (tenant_id, token_id)
);
grant select, insert, update, delete on token_directory to gonghui_app;
