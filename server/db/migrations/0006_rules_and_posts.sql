-- First reference data: posts, the powers that follow from them, code lists, rules with their sources.

insert into posts (code, zh, en, separation, sort) values
  ('federation_officer', '区（县）总工会干部', 'district federation officer', null, 10),
  ('city_officer', '市总工会干部', 'city federation officer', null, 5),
  ('street_officer', '街道（镇）总工会干部', 'sub-district federation officer', null, 20),
  ('union_chair', '工会主席', 'union chair', null, 30),
  ('union_vice_chair', '工会副主席', 'vice chair', null, 31),
  ('union_officer', '工会干事', 'union officer', null, 32),
  ('audit_committee_member', '经审委员', 'funds audit committee member', null, 40),
  ('system_administrator', '系统管理员', 'system administrator', 'three_administrators', 90),
  ('security_administrator', '安全管理员', 'security administrator', 'three_administrators', 91),
  ('audit_administrator', '审计管理员', 'audit administrator', 'three_administrators', 92);

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 1'
from (values
  ('city_officer', 'subtree', array['organisations.read', 'organisations.write', 'organisations.import', 'people.read', 'people.write', 'people.reveal',
    'roster.import', 'roster.export', 'inbox.read', 'figures.read', 'figures.open']),
  ('federation_officer', 'subtree', array['organisations.read', 'organisations.write', 'organisations.import', 'people.read', 'people.write', 'people.reveal',
    'roster.import', 'roster.export', 'inbox.read', 'figures.read', 'figures.open']),
  ('street_officer', 'subtree', array['organisations.read', 'organisations.write', 'organisations.import', 'people.read', 'people.write', 'people.reveal',
    'roster.import', 'roster.export', 'inbox.read', 'figures.read', 'figures.open']),
  ('union_chair', 'subtree', array['organisations.read', 'people.read', 'people.write', 'people.reveal', 'roster.import', 'roster.export', 'inbox.read',
    'figures.read', 'figures.open']),
  ('union_vice_chair', 'subtree', array['organisations.read', 'people.read', 'people.write', 'roster.import', 'inbox.read', 'figures.read', 'figures.open']),
  ('union_officer', 'unit', array['organisations.read', 'people.read', 'people.write', 'roster.import', 'inbox.read', 'figures.read', 'figures.open']),
  ('audit_committee_member', 'subtree', array['organisations.read', 'figures.read']),
  ('system_administrator', 'tenant', array['system.operate']),
  ('security_administrator', 'tenant', array['accounts.manage', 'grants.manage']),
  ('audit_administrator', 'tenant', array['audit.read', 'audit.verify'])
) as preset (post, reach, permissions), unnest(permissions) as permission;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000001', '', 'union.committee_members', '>=', '25', 'members', '1992-04-03', null, '中华人民共和国工会法', '第十一条', 'statute read'),
  ('00000000-0000-7000-8000-000000000002', '', 'union.term_years', '=', '[3, 5]', 'years', '1992-04-03', null, '中华人民共和国工会法', '第十六条', 'statute read'),
  ('00000000-0000-7000-8000-000000000003', '', 'union.term_reminder_days', '<=', '[180, 90, 30]', 'days', '2000-01-01', null, 'Gonghui preset', 'A5', 'practice'),
  ('00000000-0000-7000-8000-000000000004', '', 'people.working_age', '>=', '16', 'years', '1995-01-01', null, '中华人民共和国劳动法', '第十五条', 'statute read'),
  ('00000000-0000-7000-8000-000000000005', '', 'figures.smallest_group', '>=', '5', 'persons', '2000-01-01', null, 'Gonghui preset', 'reports', 'practice');
