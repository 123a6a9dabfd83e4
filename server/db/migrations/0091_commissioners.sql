-- Commissioners 党工专员: who may look after them, and which two-new organisations must have one (dated rule data by region).

-- A commissioner works for an employer, not for a union or a federation.
update posts set kinds = array['employer'] where code = 'commissioner';

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, 'subtree', date '2000-01-01', null, 'Gonghui preset 6'
from (values
  ('city_officer', array['commissioners.read', 'commissioners.write']),
  ('federation_officer', array['commissioners.read', 'commissioners.write']),
  ('street_officer', array['commissioners.read', 'commissioners.write']),
  ('union_chair', array['commissioners.read']),
  ('union_vice_chair', array['commissioners.read'])
) as preset (post, permissions), unnest(permissions) as permission;

-- Due is who is of a type named and has as many workers or, where the rule says so, a Party body. The Jiangbei joint notice says 符合条件的两新组织
-- without printing the conditions in the newspaper; its rows say so until somebody has read the notice.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000009101', '', 'commissioners.due_types', '=', '["new_economic"]', 'types', '2012-03-21', null,
    '关于加强和改进非公有制企业党的建设工作的意见（试行）', '组织覆盖', 'other sources only'),
  ('00000000-0000-7000-8000-000000009102', '', 'commissioners.due_workers', '>=', '50', 'workers', '2012-03-21', null,
    '关于加强和改进非公有制企业党的建设工作的意见（试行）', '组织覆盖', 'other sources only'),
  ('00000000-0000-7000-8000-000000009103', '', 'commissioners.due_with_party_body', '=', 'false', 'yes or no', '2012-03-21', null,
    '关于加强和改进非公有制企业党的建设工作的意见（试行）', '组织覆盖', 'other sources only'),
  ('00000000-0000-7000-8000-000000009104', '330205', 'commissioners.due_types', '=', '["new_economic", "new_social"]', 'types', '2013-01-01', null,
    '关于在全区两新组织中深入推进“党建带工建”工作的通知', '配备范围', 'preset: the notice was not seen'),
  ('00000000-0000-7000-8000-000000009105', '330205', 'commissioners.due_workers', '>=', '25', 'workers', '2013-01-01', null,
    '关于在全区两新组织中深入推进“党建带工建”工作的通知', '配备范围', 'preset: the notice was not seen'),
  ('00000000-0000-7000-8000-000000009106', '330205', 'commissioners.due_with_party_body', '=', 'true', 'yes or no', '2013-01-01', null,
    '关于在全区两新组织中深入推进“党建带工建”工作的通知', '配备范围', 'preset: the notice was not seen'),
  -- Before the first rule nobody had to have one.
  ('00000000-0000-7000-8000-000000009108', '', 'commissioners.due_types', '=', '[]', 'types', '0001-01-01', '2012-03-21', 'Gonghui preset', 'A9', 'practice'),
  ('00000000-0000-7000-8000-000000009109', '', 'commissioners.due_workers', '>=', '50', 'workers', '0001-01-01', '2012-03-21', 'Gonghui preset', 'A9', 'practice'),
  ('00000000-0000-7000-8000-000000009110', '', 'commissioners.due_with_party_body', '=', 'false', 'yes or no', '0001-01-01', '2012-03-21', 'Gonghui preset', 'A9', 'practice'),
  ('00000000-0000-7000-8000-000000009107', '', 'commissioners.ending_days', '<=', '90', 'days', '0001-01-01', null, 'Gonghui preset', 'A5', 'practice');
