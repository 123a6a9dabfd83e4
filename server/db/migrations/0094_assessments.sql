-- Assessments 考核 (engine): versioned schemes, frozen for a period; scores, results and grades; appeals. Who is assessed, a programme says.

create table assessment_schemes (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  -- Whom it assesses: a kind some programme declares.
  subject_kind text not null,
  name text not null,
  created_by uuid not null,
  created_at timestamptz not null default app_now(),
  constraint assessment_schemes_pkey primary key (tenant_id, id),
  constraint assessment_schemes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint assessment_schemes_name_check check (length(name) between 2 and 80)
);
create unique index assessment_schemes_name_key on assessment_schemes (tenant_id, organisation_id, name);
select make_tenant_table('assessment_schemes');
-- Whoever writes a version locks the scheme; a row may only be locked by whoever may change something of it.
grant update (created_by) on assessment_schemes to gonghui_app;

-- Never changed: another weighting is another version.
create table assessment_scheme_versions (
  tenant_id uuid not null,
  scheme_id uuid not null,
  version smallint not null,
  content jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null default app_now(),
  constraint assessment_scheme_versions_pkey primary key (tenant_id, scheme_id, version),
  constraint assessment_scheme_versions_scheme_fkey foreign key (tenant_id, scheme_id) references assessment_schemes (tenant_id, id)
);
select make_tenant_table('assessment_scheme_versions');

-- `terms` are the rules that held when the period was opened (grades, months, days of appeal), each with the version of its rule.
create table assessment_periods (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  scheme_id uuid not null,
  scheme_version smallint not null,
  name text not null,
  starts_on date not null,
  ends_before date not null,
  terms jsonb not null,
  opened_by uuid not null,
  opened_at timestamptz not null default app_now(),
  closed_by uuid,
  closed_at timestamptz,
  constraint assessment_periods_pkey primary key (tenant_id, id),
  constraint assessment_periods_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint assessment_periods_scheme_fkey foreign key (tenant_id, scheme_id, scheme_version)
    references assessment_scheme_versions (tenant_id, scheme_id, version),
  constraint assessment_periods_dates_check check (starts_on < ends_before and extract(day from starts_on) = 1 and extract(day from ends_before) = 1),
  constraint assessment_periods_closed_check check ((closed_by is null) = (closed_at is null)),
  constraint assessment_periods_name_check check (length(name) between 2 and 80)
);
create unique index assessment_periods_start_key on assessment_periods (tenant_id, organisation_id, scheme_id, starts_on);
create index assessment_periods_scheme_idx on assessment_periods (tenant_id, scheme_id, scheme_version);
create index assessment_periods_end_idx on assessment_periods (tenant_id, ends_before);
select make_tenant_table('assessment_periods');
grant update (closed_by, closed_at) on assessment_periods to gonghui_app;

-- One for each person and period, whatever the number of posts. `state` is the last step (assessment_steps) kept at hand.
create table assessments (
  tenant_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  person_id uuid not null,
  state text not null default 'open',
  created_by uuid not null,
  created_at timestamptz not null default app_now(),
  constraint assessments_pkey primary key (tenant_id, id),
  constraint assessments_period_person_key unique (tenant_id, period_id, person_id),
  constraint assessments_period_fkey foreign key (tenant_id, period_id) references assessment_periods (tenant_id, id),
  constraint assessments_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint assessments_state_check check (state in ('open', 'reviewed', 'approved', 'appealed', 'final'))
);
create index assessments_person_idx on assessments (tenant_id, person_id);
select make_tenant_table('assessments');
grant update (state) on assessments to gonghui_app;

-- The posts held in the period, as the programme's register said when it was last read; a result keeps its own.
create table assessment_posts (
  tenant_id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid not null,
  starts_on date not null,
  ends_before date,
  post text not null,
  constraint assessment_posts_pkey primary key (tenant_id, assessment_id, organisation_id, starts_on),
  constraint assessment_posts_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_posts_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index assessment_posts_organisation_idx on assessment_posts (tenant_id, organisation_id);
select make_tenant_table('assessment_posts');
grant delete on assessment_posts to gonghui_app;

-- Days away. Why stands nowhere: it may be an illness.
create table assessment_leaves (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  starts_on date not null,
  ends_before date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default app_now(),
  constraint assessment_leaves_pkey primary key (tenant_id, id),
  constraint assessment_leaves_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_leaves_dates_check check (starts_on < ends_before)
);
create index assessment_leaves_assessment_idx on assessment_leaves (tenant_id, assessment_id);
select make_tenant_table('assessment_leaves');

-- Each writing is a row, the newest counts; its evidence are attachments.
create table assessment_self_reports (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  body text not null,
  written_at timestamptz not null default app_now(),
  constraint assessment_self_reports_pkey primary key (tenant_id, id),
  constraint assessment_self_reports_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_self_reports_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index assessment_self_reports_assessment_idx on assessment_self_reports (tenant_id, assessment_id, written_at);
create index assessment_self_reports_person_idx on assessment_self_reports (tenant_id, person_id);
select make_tenant_table('assessment_self_reports');
grant update (body) on assessment_self_reports to gonghui_app;

-- Values in hundredths of a point of 100. Another score of the same scorer supersedes, and stays to be seen.
create table assessment_scores (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  indicator text not null,
  organisation_id uuid not null,
  value smallint not null,
  -- How many members were heard; null for every other source.
  voices smallint,
  note text not null default '',
  scored_by uuid not null,
  scorer_id uuid not null,
  scored_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  constraint assessment_scores_pkey primary key (tenant_id, id),
  constraint assessment_scores_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_scores_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint assessment_scores_scorer_fkey foreign key (tenant_id, scorer_id) references persons (tenant_id, id),
  constraint assessment_scores_value_check check (value between 0 and 10000),
  constraint assessment_scores_voices_check check (voices > 0)
);
create unique index assessment_scores_present_key on assessment_scores (tenant_id, assessment_id, indicator, organisation_id, scorer_id)
  where superseded_at is null;
create index assessment_scores_organisation_idx on assessment_scores (tenant_id, organisation_id);
create index assessment_scores_scorer_idx on assessment_scores (tenant_id, scorer_id);
select make_tenant_table('assessment_scores');
grant update (superseded_at, note) on assessment_scores to gonghui_app;

-- What a review came to: the facts it had (months, values, records), the score in hundredths and the numbered reasons. Never changed.
create table assessment_results (
  tenant_id uuid not null,
  assessment_id uuid not null,
  no smallint not null,
  score integer,
  grade text not null,
  facts jsonb not null,
  reasons jsonb not null,
  reviewed_by uuid not null,
  reviewer_id uuid not null,
  reviewed_at timestamptz not null default app_now(),
  constraint assessment_results_pkey primary key (tenant_id, assessment_id, no),
  constraint assessment_results_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_results_reviewer_fkey foreign key (tenant_id, reviewer_id) references persons (tenant_id, id),
  constraint assessment_results_score_check check (score between 0 and 10000),
  constraint assessment_results_grade_check check (grade in ('excellent', 'good', 'pass', 'fail', 'not_assessed', 'incomplete'))
);
create index assessment_results_reviewer_idx on assessment_results (tenant_id, reviewer_id);
select make_tenant_table('assessment_results');

create table assessment_steps (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  step text not null,
  reason text,
  -- The appointment; null: the assessed person themself.
  taken_by uuid,
  taker_id uuid not null,
  taken_at timestamptz not null default app_now(),
  constraint assessment_steps_pkey primary key (tenant_id, id),
  constraint assessment_steps_assessment_fkey foreign key (tenant_id, assessment_id) references assessments (tenant_id, id),
  constraint assessment_steps_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint assessment_steps_taker_fkey foreign key (tenant_id, taker_id) references persons (tenant_id, id),
  constraint assessment_steps_step_check
    check (step in ('reported', 'reviewed', 'returned', 'approved', 'appealed', 'appeal_accepted', 'appeal_rejected'))
);
create index assessment_steps_assessment_idx on assessment_steps (tenant_id, assessment_id, taken_at);
create index assessment_steps_person_idx on assessment_steps (tenant_id, person_id);
create index assessment_steps_taker_idx on assessment_steps (tenant_id, taker_id);
-- One appeal for each assessment.
create unique index assessment_steps_appeal_key on assessment_steps (tenant_id, assessment_id) where step = 'appealed';
select make_tenant_table('assessment_steps');
grant update (reason) on assessment_steps to gonghui_app;

-- Grades begin at or above their lower bound, in hundredths: no score falls between two of them (80 and 81 in a seen list of bands).
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000009401', '', 'assessments.grades', '>=',
    '[{"grade": "excellent", "from": 9000}, {"grade": "good", "from": 8000}, {"grade": "pass", "from": 7000}]', 'hundredths', '2000-01-01', null,
    'Gonghui preset', 'D9, after the bands of Chuzhou', 'practice'),
  ('00000000-0000-7000-8000-000000009402', '', 'assessments.month_days', '>=', '15', 'days', '2000-01-01', null, 'Gonghui preset',
    'commissioners 5: a month counts from half of its days on', 'practice'),
  ('00000000-0000-7000-8000-000000009403', '', 'assessments.least_months', '>=', '3', 'months', '2000-01-01', null, 'Gonghui preset',
    'commissioners 5: fewer months are not graded', 'practice'),
  ('00000000-0000-7000-8000-000000009404', '', 'assessments.appeal_days', '<=', '7', 'days', '2000-01-01', null, 'Gonghui preset',
    'commissioners 5: days in which the assessed person may appeal', 'practice'),
  ('00000000-0000-7000-8000-000000009405', '', 'assessments.least_voices', '>=', '5', 'persons', '2000-01-01', null, 'Gonghui preset',
    'B9: no breakdown under five', 'practice');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 94'
from (values
  ('city_officer', 'subtree', array['assessments.manage', 'assessments.score', 'assessments.review', 'assessments.approve']),
  ('federation_officer', 'subtree', array['assessments.manage', 'assessments.score', 'assessments.review', 'assessments.approve']),
  ('street_officer', 'subtree', array['assessments.score', 'assessments.review']),
  ('union_chair', 'subtree', array['assessments.score']),
  ('union_vice_chair', 'subtree', array['assessments.score']),
  ('union_officer', 'unit', array['assessments.score'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
