-- Professional pilot 职业化试点: a step up, with the version of the rule and the proof it rested on. Never changed.
create table commissioner_pilot_steps (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  grade text not null,
  granted_on date not null,
  document_no text not null,
  rule_id uuid not null,
  facts jsonb not null,
  given_by uuid not null,
  given_at timestamptz not null default app_now(),
  constraint commissioner_pilot_steps_pkey primary key (tenant_id, id),
  constraint commissioner_pilot_steps_once_key unique (tenant_id, person_id, grade),
  constraint commissioner_pilot_steps_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint commissioner_pilot_steps_rule_fkey foreign key (rule_id) references rules (id)
);
create index commissioner_pilot_steps_rule_idx on commissioner_pilot_steps (tenant_id, rule_id);
select make_tenant_table('commissioner_pilot_steps');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000012001', '', 'commissioners.pilot_grades', '>=', '[
    {"code": "junior", "years": 0, "classHours": 16, "periods": 0, "leastGrade": null},
    {"code": "intermediate", "years": 2, "classHours": 24, "periods": 1, "leastGrade": "pass"},
    {"code": "senior", "years": 5, "classHours": 40, "periods": 2, "leastGrade": "good"}]',
    'grades', '2000-01-01', null, 'Gonghui preset', 'commissioners 2: professional pilot', 'practice'),
  -- 专+兼: one of each kind at an organisation at a time.
  ('00000000-0000-7000-8000-000000012002', '', 'commissioners.seats', '<=', '1', 'posts of a kind', '2000-01-01', null, 'Gonghui preset',
    'commissioners 2: part-time chair and full-time Party-affairs officer', 'practice');
