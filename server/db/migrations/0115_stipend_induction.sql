-- No stipend before induction: where the rule says so, a month is paid once induction was completed by its last day.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000011501', '', 'stipends.induction', '=', '{"required": false}', 'condition', '0001-01-01', null,
    'Gonghui preset', 'induction', 'practice'),
  ('00000000-0000-7000-8000-000000011502', '330205', 'stipends.induction', '=', '{"required": true}', 'condition', '2026-09-01', null,
    '江北区 党工专员专项补贴', '先培训、后发补贴', 'practice');
