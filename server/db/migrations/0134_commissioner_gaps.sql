-- After how many days a stipend that was worked out and not paid is a gap of the worklists.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000013401', '', 'commissioners.stipend_unpaid_days', '>=', '30', 'days', '0001-01-01', null, 'Gonghui preset', 'stipends', 'practice');
