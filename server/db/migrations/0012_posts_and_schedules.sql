-- Posts whose desks come with their programmes, the powers that keep accounts, appointments, privacy and complaints, and repeated work.

insert into posts (code, zh, en, separation, sort) values
  ('finance_clerk', '财务人员', 'finance clerk', null, 41),
  ('matchmaker', '职工红娘', 'matchmaker', null, 51),
  ('judge', '评委', 'judge', null, 52),
  ('scrutineer', '监票人', 'scrutineer', null, 53);

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 2'
from (values
  ('city_officer', 'subtree', array['appointments.read', 'appointments.write', 'accounts.invite', 'accounts.activate', 'privacy.manage', 'complaints.handle']),
  ('federation_officer', 'subtree', array['appointments.read', 'appointments.write', 'accounts.invite', 'accounts.activate', 'privacy.manage', 'complaints.handle']),
  ('street_officer', 'subtree', array['appointments.read', 'appointments.write', 'accounts.invite', 'accounts.activate', 'complaints.handle']),
  ('union_chair', 'subtree', array['appointments.read', 'accounts.activate']),
  ('union_vice_chair', 'subtree', array['appointments.read', 'accounts.activate']),
  ('union_officer', 'unit', array['accounts.activate']),
  ('union_organiser', 'unit', array['accounts.activate']),
  ('finance_clerk', 'subtree', array['organisations.read', 'figures.read']),
  ('security_administrator', 'tenant', array['appointments.read', 'appointments.write', 'accounts.invite'])
) as preset (post, reach, permissions), unnest(permissions) as permission;

-- When repeated work is due next: one row for each kind, claimed by whichever server process comes first.
create table schedules (
  kind text not null,
  due_at timestamptz not null,
  constraint schedules_pkey primary key (kind)
);
grant select, insert, update on schedules to gonghui_app;
