-- Recall, by-elections, elections in two rounds and by delegates, through the same steps and the same count.

alter table elections
  drop constraint elections_kind_check,
  add constraint elections_kind_check check (kind in ('committee', 'standing_committee', 'audit_committee', 'chair', 'delegates', 'recall')),
  drop constraint elections_seats_check,
  add constraint elections_seats_check check (seats between 1 and 240),
  -- A new term, or a vacancy: whoever is elected then serves the rest of the running term.
  add column fills text not null default 'term' constraint elections_fills_check check (fills in ('term', 'vacancy')),
  add column electorate text not null default 'members' constraint elections_electorate_check check (electorate in ('members', 'delegates')),
  add column form text not null default 'one_round' constraint elections_form_check check (form in ('one_round', 'two_rounds')),
  -- The appointment a recall is about; all its versions share this id.
  add column recalls_appointment uuid,
  add constraint elections_recall_check check ((kind = 'recall') = (recalls_appointment is not null));

-- In an election of two rounds the first finds the candidates of the second, in which as many stand as there are seats.
alter table election_rounds
  drop constraint election_rounds_kind_check,
  add constraint election_rounds_kind_check check (kind in ('first', 'run_off', 'new_vote', 'repeat', 'final')),
  add column stage text not null default 'final' constraint election_rounds_stage_check check (stage in ('pre', 'final'));

-- Delegates of a union, for the whole term: those of the latest confirmed election of delegates hold on a day.
create table union_delegates (
  tenant_id uuid not null,
  election_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  starts_on date not null,
  ends_before date not null,
  recorded_at timestamptz not null default now(),
  constraint union_delegates_pkey primary key (tenant_id, election_id, person_id),
  constraint union_delegates_election_fkey foreign key (tenant_id, election_id) references elections (tenant_id, id),
  constraint union_delegates_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint union_delegates_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint union_delegates_dates_check check (ends_before > starts_on)
);
create index union_delegates_person_idx on union_delegates (tenant_id, person_id);
create index union_delegates_organisation_idx on union_delegates (tenant_id, organisation_id, starts_on);
select make_tenant_table('union_delegates');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000011001', '', 'ballots.majority.recall', '>', '{"numerator": 1, "denominator": 2, "base": "all"}', 'share', '2001-10-27', null,
    '中华人民共和国工会法', '第十八条', 'statute read'),
  ('00000000-0000-7000-8000-000000011002', '', 'ballots.paper.recall', '=', '{"writeIns": "void", "blank": "valid"}', 'ballots', '2000-01-01', null,
    '系统预设', '罢免案表决', 'practice'),
  ('00000000-0000-7000-8000-000000011003', '', 'ballots.surplus.recall', '>=', '{"percent": 0, "least": 0}', 'percent', '2000-01-01', null,
    '系统预设', '罢免案表决', 'practice'),
  ('00000000-0000-7000-8000-000000011004', '', 'ballots.pre_election', '=', '{"majority": null, "writeIns": "void"}', 'ballots', '2013-10-22', null,
    '中国工会章程', '第十条', 'seen; that more votes win is practice'),
  -- How many delegates for how many members; below the first band there are none: all members meet.
  ('00000000-0000-7000-8000-000000011005', '', 'ballots.delegate_counts', '>=',
    '[{"from": 100, "least": 30, "most": 40}, {"from": 201, "least": 40, "most": 60}, {"from": 1001, "least": 60, "most": 90}, {"from": 5001, "least": 90, "most": 130}, {"from": 10001, "least": 130, "most": 180}, {"from": 50001, "least": 180, "most": 240}]',
    'delegates', '2019-01-01', null, '基层工会会员代表大会条例', '第八条', 'unchecked'),
  -- Days a union is without a chair: soon, and too long.
  ('00000000-0000-7000-8000-000000011006', '', 'ballots.chair_vacancy', '>=', '{"soon": 60, "late": 90}', 'days', '2000-01-01', null,
    '河南省、重庆市实施工会法办法', '主席缺额不超过三个月', 'statute read; 60 days is practice'),
  ('00000000-0000-7000-8000-000000011007', '', 'ballots.papers_kept', '>=', '365', 'days', '2000-01-01', null,
    '系统预设', '选票封存一年', 'unchecked');

-- The sources are read by voters and officers: letters of our working papers have no place there.
update rules set article = regexp_replace(article, '\s*\(B[0-9–]+\)$', '') where key like 'ballots.%' and article ~ '\(B[0-9–]+\)$';
update rules set document = '系统预设', article = case key
    when 'ballots.paper' then '选票填写惯例'
    when 'ballots.surplus.standing_committee' then '差额 10%'
    when 'ballots.surplus.audit_committee' then '等额'
    when 'ballots.surplus.delegates' then '差额 5%'
    when 'ballots.following' then '再次投票与另行选举惯例'
    when 'ballots.roll_objections' then '名册异议期'
    when 'ballots.smallest_breakdown' then '少于五票不公布各人得票'
    when 'ballots.plain_ballots' then '少于十票不公布选票'
    when 'ballots.barred.audit_committee' then '经审委员任职回避'
    else article end
  where key like 'ballots.%' and document = 'Gonghui preset';
update rules set article = '委员名额' where key = 'ballots.committee_sizes' and article = 'B20';
