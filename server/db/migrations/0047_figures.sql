-- Figures about few people: whoever may not see the rows is not told counts below this one.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000004701', '', 'measures.smallest_count', '>=', '5', 'persons', '2000-01-01', null, 'Gonghui preset', 'figures of few people', 'practice');
