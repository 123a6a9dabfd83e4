-- What members say of the assessed on their phones: who has spoken and what was said stand in tables without a common key, order or time.

create table assessment_voice_givers (
  tenant_id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  constraint assessment_voice_givers_pkey primary key (tenant_id, assessment_id, organisation_id, person_id),
  constraint assessment_voice_givers_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_voice_givers_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint assessment_voice_givers_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index assessment_voice_givers_organisation_idx on assessment_voice_givers (tenant_id, organisation_id);
create index assessment_voice_givers_person_idx on assessment_voice_givers (tenant_id, person_id);
select make_tenant_table('assessment_voice_givers');

-- `id` is random and says nothing of when; `level` is a word of the rule `rule_id`, `value` what it was worth by it, in hundredths of a point.
create table assessment_voices (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid not null,
  indicator text not null,
  level text not null,
  value smallint not null,
  rule_id uuid not null,
  constraint assessment_voices_pkey primary key (tenant_id, id),
  constraint assessment_voices_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_voices_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint assessment_voices_rule_fkey foreign key (rule_id) references rules (id),
  constraint assessment_voices_value_check check (value between 0 and 10000)
);
create index assessment_voices_assessment_idx on assessment_voices (tenant_id, assessment_id);
create index assessment_voices_organisation_idx on assessment_voices (tenant_id, organisation_id);
create index assessment_voices_rule_idx on assessment_voices (tenant_id, rule_id);
select make_tenant_table('assessment_voices');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000011901', '', 'assessments.voice_levels', '=', '[
    {"code": "very_satisfied", "value": 9500}, {"code": "satisfied", "value": 8500},
    {"code": "fairly_satisfied", "value": 7500}, {"code": "dissatisfied", "value": 5000}]',
    'hundredths', '2000-01-01', null, 'Gonghui preset', 'commissioners 5: what members say, in four words', 'practice');

-- Whom a task asks for the opinion of their own unit: those of the unit, and nobody above it.
insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, 'assessments.score_unit', 'unit', date '2000-01-01', null, 'Gonghui preset 119'
from unnest(array['union_chair', 'union_vice_chair', 'union_officer']) as post;
