-- How long what was asked in a correction, and its evidence, is kept after it was decided or taken back.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000289', '', 'retention.corrections', '=', '365', 'days', '2000-01-01', null, 'Gonghui preset', '个人信息保护法 第十九条', 'practice');
