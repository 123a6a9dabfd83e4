-- Elections of unions, from the request to the result. What a ballot says and who came for one stand in tables without a common key, order or time.

create table elections (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  title text not null,
  seats smallint not null,
  -- Of a committee 3 or 5; of the other posts the years they are held.
  term_years smallint not null,
  meeting_on date not null,
  -- Every rule it rests on with version, operator and source, as they held when it was planned.
  rules jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint elections_pkey primary key (tenant_id, id),
  constraint elections_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint elections_kind_check check (kind in ('committee', 'standing_committee', 'audit_committee', 'chair', 'delegates')),
  constraint elections_seats_check check (seats between 1 and 60)
);
create index elections_organisation_idx on elections (tenant_id, organisation_id);
select make_tenant_table('elections');
-- Its steps lock it, for which some right to update is needed.
grant update (title) on elections to gonghui_app;

-- What was done, each once, with author and time: the state of an election is its last step.
create table election_steps (
  tenant_id uuid not null,
  election_id uuid not null,
  step text not null,
  params jsonb not null default '{}',
  taken_by uuid,
  taken_at timestamptz not null default now(),
  constraint election_steps_pkey primary key (tenant_id, election_id, step),
  constraint election_steps_election_fkey foreign key (tenant_id, election_id) references elections (tenant_id, id),
  constraint election_steps_step_check check (step in ('submitted', 'approved', 'published', 'finished', 'reported', 'confirmed'))
);
select make_tenant_table('election_steps');

-- The roll as it was frozen; frozen anew after an objection it is the next version, and the earlier one stays.
create table election_rolls (
  tenant_id uuid not null,
  election_id uuid not null,
  version smallint not null,
  as_of date not null,
  due integer not null,
  -- Over number and name of every line: printed below the roll.
  hash text not null,
  frozen_by uuid,
  frozen_at timestamptz not null default now(),
  constraint election_rolls_pkey primary key (tenant_id, election_id, version),
  constraint election_rolls_election_fkey foreign key (tenant_id, election_id) references elections (tenant_id, id)
);
select make_tenant_table('election_rolls');

create table election_roll_entries (
  tenant_id uuid not null,
  election_id uuid not null,
  version smallint not null,
  entry_no integer not null,
  person_id uuid not null,
  name text not null,
  constraint election_roll_entries_pkey primary key (tenant_id, election_id, version, entry_no),
  constraint election_roll_entries_roll_fkey foreign key (tenant_id, election_id, version) references election_rolls (tenant_id, election_id, version),
  constraint election_roll_entries_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint election_roll_entries_person_key unique (tenant_id, election_id, version, person_id)
);
create index election_roll_entries_person_idx on election_roll_entries (tenant_id, person_id);
select make_tenant_table('election_roll_entries');
grant update (name) on election_roll_entries to gonghui_app;

-- Who was nominated, with what they declared. A blocked candidacy keeps the rules that block it.
create table election_candidates (
  tenant_id uuid not null,
  id uuid not null,
  election_id uuid not null,
  person_id uuid not null,
  name text not null,
  -- Words of the declaration: none, or what they are; never the relative’s data.
  declared text[] not null,
  blocked_by jsonb not null default '[]',
  nominated_by uuid,
  nominated_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint election_candidates_pkey primary key (tenant_id, id),
  constraint election_candidates_election_fkey foreign key (tenant_id, election_id) references elections (tenant_id, id),
  constraint election_candidates_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create unique index election_candidates_once_key on election_candidates (tenant_id, election_id, person_id) where withdrawn_at is null;
create index election_candidates_person_idx on election_candidates (tenant_id, person_id);
select make_tenant_table('election_candidates');
grant update (withdrawn_at, withdrawn_by, name, declared) on election_candidates to gonghui_app;

-- One vote of an election: the first, a run-off among the tied, a new vote, a repetition.
create table election_rounds (
  tenant_id uuid not null,
  election_id uuid not null,
  round_no smallint not null,
  kind text not null,
  roll_version smallint not null,
  -- What is counted by (seats of this vote, shares, operators), and who stands, in the order of the paper.
  counting jsonb not null,
  candidate_ids uuid[] not null,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  constraint election_rounds_pkey primary key (tenant_id, election_id, round_no),
  constraint election_rounds_roll_fkey foreign key (tenant_id, election_id, roll_version) references election_rolls (tenant_id, election_id, version),
  constraint election_rounds_kind_check check (kind in ('first', 'run_off', 'new_vote', 'repeat'))
);
create index election_rounds_roll_idx on election_rounds (tenant_id, election_id, roll_version);
select make_tenant_table('election_rounds');

-- Who came for a paper: without order, time or anything that a ballot carries too.
create table paper_collections (
  tenant_id uuid not null,
  election_id uuid not null,
  round_no smallint not null,
  entry_no integer not null,
  constraint paper_collections_pkey primary key (tenant_id, election_id, round_no, entry_no),
  constraint paper_collections_round_fkey foreign key (tenant_id, election_id, round_no) references election_rounds (tenant_id, election_id, round_no)
);
select make_tenant_table('paper_collections');

-- Papers of a bundle as one person keyed them; keyed again after a difference they are the next version. Two people key each bundle.
create table paper_entries (
  tenant_id uuid not null,
  election_id uuid not null,
  round_no smallint not null,
  bundle_no smallint not null,
  person_id uuid not null,
  version smallint not null,
  ballots jsonb not null,
  constraint paper_entries_pkey primary key (tenant_id, election_id, round_no, bundle_no, person_id, version),
  constraint paper_entries_round_fkey foreign key (tenant_id, election_id, round_no) references election_rounds (tenant_id, election_id, round_no),
  constraint paper_entries_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index paper_entries_person_idx on paper_entries (tenant_id, person_id);
select make_tenant_table('paper_entries');

-- What was counted when a vote was closed: nobody sees anything of it before.
create table election_results (
  tenant_id uuid not null,
  election_id uuid not null,
  round_no smallint not null,
  -- Papers handed out, and of them spoilt and exchanged, returned, not returned.
  channels jsonb not null,
  result jsonb not null,
  next_steps jsonb not null,
  counted_by uuid,
  counted_at timestamptz not null default now(),
  constraint election_results_pkey primary key (tenant_id, election_id, round_no),
  constraint election_results_round_fkey foreign key (tenant_id, election_id, round_no) references election_rounds (tenant_id, election_id, round_no)
);
select make_tenant_table('election_results');

-- A public notice 公示: what is said, from when, and the day after which it has stood long enough.
create table public_notices (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  lines jsonb not null,
  starts_on date not null,
  last_day date not null,
  days smallint not null,
  counted text not null,
  rule_version uuid not null,
  published_by uuid,
  published_at timestamptz not null default now(),
  constraint public_notices_pkey primary key (tenant_id, id),
  constraint public_notices_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint public_notices_counted_check check (counted in ('calendar', 'working')),
  constraint public_notices_subject_key unique (tenant_id, kind, subject_id)
);
create index public_notices_organisation_idx on public_notices (tenant_id, organisation_id);
select make_tenant_table('public_notices');
grant update (lines) on public_notices to gonghui_app;

create table notice_objections (
  tenant_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  reason text not null,
  raised_by uuid,
  raised_at timestamptz not null default now(),
  answer text,
  settled_by uuid,
  settled_at timestamptz,
  constraint notice_objections_pkey primary key (tenant_id, id),
  constraint notice_objections_notice_fkey foreign key (tenant_id, notice_id) references public_notices (tenant_id, id)
);
create index notice_objections_notice_idx on notice_objections (tenant_id, notice_id);
select make_tenant_table('notice_objections');
grant update (answer, settled_by, settled_at) on notice_objections to gonghui_app;

insert into posts (code, zh, en, separation, sort, kinds, most_holders) values
  ('union_committee_member', '工会委员', 'union committee member', null, 34, array['federation', 'industrial_union', 'street_federation', 'union_association', 'basic_union'], null);

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000008801', '', 'approvals.steps.election', '=', '[{"permission": "ballots.approve", "at": "above"}]', 'steps',
    '2000-01-01', null, '中国工会章程', 'A2', 'practice'),
  ('00000000-0000-7000-8000-000000008802', '', 'approvals.steps.election_result', '=', '[{"permission": "ballots.approve", "at": "above"}]', 'steps',
    '2000-01-01', null, '中国工会章程', '第二十七条 (B13)', 'seen'),
  ('00000000-0000-7000-8000-000000008803', '', 'ballots.barred.committee', '=', '["near_relative"]', 'declarations', '1992-04-03', null,
    '中华人民共和国工会法', '第十条 (B11)', 'statute read'),
  ('00000000-0000-7000-8000-000000008804', '', 'ballots.barred.chair', '=',
    '["near_relative", "owner_or_investor", "head_or_deputy", "partner", "personnel_head", "foreign_employee"]', 'declarations', '2008-07-25', null,
    '企业工会主席产生办法（试行）', '第六条 (B12)', 'seen in two copies'),
  ('00000000-0000-7000-8000-000000008805', '', 'ballots.barred.audit_committee', '=',
    '["near_relative", "union_chair", "vice_chair_for_money", "finance_staff"]', 'declarations', '2000-01-01', null,
    'Gonghui preset', 'B19', 'unchecked');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 9'
from (values
  ('city_officer', 'subtree', array['ballots.read', 'ballots.approve']),
  ('federation_officer', 'subtree', array['ballots.read', 'ballots.approve']),
  ('street_officer', 'subtree', array['ballots.read', 'ballots.approve', 'ballots.run', 'ballots.count']),
  ('union_chair', 'subtree', array['ballots.read', 'ballots.run', 'ballots.count']),
  ('union_vice_chair', 'subtree', array['ballots.read', 'ballots.run', 'ballots.count']),
  ('union_officer', 'unit', array['ballots.read', 'ballots.run', 'ballots.count']),
  ('scrutineer', 'unit', array['ballots.read', 'ballots.count'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
