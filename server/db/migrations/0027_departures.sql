-- Ways a membership ends that take their time: by own wish with days to think it over, counted as withdrawal after half a year without
-- dues and union life (C4), and expulsion (C5).

create table own_withdrawals (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  -- The first day without the membership; until then the person may take it back.
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint own_withdrawals_pkey primary key (tenant_id, id),
  constraint own_withdrawals_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint own_withdrawals_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id)
);
create index own_withdrawals_person_idx on own_withdrawals (tenant_id, person_id);
create index own_withdrawals_effective_idx on own_withdrawals (tenant_id, effective_on);
select make_tenant_table('own_withdrawals');
grant update (reason) on own_withdrawals to gonghui_app;

-- How it ended; once, by the key.
create table own_withdrawal_endings (
  tenant_id uuid not null,
  withdrawal_id uuid not null,
  outcome text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint own_withdrawal_endings_pkey primary key (tenant_id, withdrawal_id),
  constraint own_withdrawal_endings_withdrawal_fkey foreign key (tenant_id, withdrawal_id) references own_withdrawals (tenant_id, id),
  constraint own_withdrawal_endings_outcome_check check (outcome in ('taken_back', 'carried_out', 'overtaken'))
);
select make_tenant_table('own_withdrawal_endings');

-- A member was reminded of dues and union life: evidence, dated.
create table lapse_reminders (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  reminded_on date not null,
  way text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint lapse_reminders_pkey primary key (tenant_id, id),
  constraint lapse_reminders_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint lapse_reminders_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint lapse_reminders_way_check check (way in ('letter', 'phone', 'message', 'visit'))
);
create index lapse_reminders_person_idx on lapse_reminders (tenant_id, person_id);
select make_tenant_table('lapse_reminders');

-- What was proposed; the decision is the request of the same id.
create table departure_proposals (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  union_id uuid not null,
  -- Of a lapse: since when neither dues nor union life.
  unpaid_since date,
  -- Of an expulsion: the judgment, and what group and committee decided, by their documents.
  judgment_no text,
  group_decided_on date,
  group_document_no text,
  committee_decided_on date,
  committee_document_no text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint departure_proposals_pkey primary key (tenant_id, id),
  constraint departure_proposals_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint departure_proposals_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id),
  constraint departure_proposals_kind_check check (kind in ('lapse', 'expulsion')),
  constraint departure_proposals_lapse_check check ((kind = 'lapse') = (unpaid_since is not null)),
  constraint departure_proposals_expulsion_check check ((kind = 'expulsion') = (judgment_no is not null and group_decided_on is not null
    and group_document_no is not null and committee_decided_on is not null and committee_document_no is not null))
);
create index departure_proposals_person_idx on departure_proposals (tenant_id, person_id);
select make_tenant_table('departure_proposals');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000002711', '', 'people.withdrawal_days', '=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'withdrawal', 'practice'),
  ('00000000-0000-7000-8000-000000002712', '', 'people.lapse_months', '>=', '6', 'months', '2000-01-01', null, '中国工会章程', '第六条', 'statute read'),
  ('00000000-0000-7000-8000-000000002713', '', 'people.lapse_reminders', '>=', '2', 'reminders', '2000-01-01', null, 'Gonghui preset', 'C4', 'practice'),
  ('00000000-0000-7000-8000-000000002714', '', 'approvals.steps.lapse', '=', '[{"permission": "people.write", "at": "organisation"}]', 'steps',
    '2000-01-01', null, 'Gonghui preset', 'C4', 'practice'),
  ('00000000-0000-7000-8000-000000002715', '', 'approvals.steps.expulsion', '=',
    '[{"permission": "people.write", "at": "organisation"}, {"permission": "people.write", "at": "above"}]', 'steps',
    '2000-01-01', null, '中国工会章程', '第七条', 'statute read');
