-- Posts of commissioners: what a nominee declared, where a post came from, what is handed over when it ends. The talent pool 人才库.

-- One row for each declaration; the latest of a person for an organisation counts. Of a relative only the word is kept (B11).
create table candidacy_declarations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  relation text not null,
  positions text[] not null,
  declared_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint candidacy_declarations_pkey primary key (tenant_id, id),
  constraint candidacy_declarations_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint candidacy_declarations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index candidacy_declarations_person_idx on candidacy_declarations (tenant_id, person_id, organisation_id, recorded_at);
create index candidacy_declarations_organisation_idx on candidacy_declarations (tenant_id, organisation_id);
select make_tenant_table('candidacy_declarations');

-- Recommended by an organisation, seen by whoever looks after commissioners there; by others only while the person agrees.
create table talents (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  skills text[] not null,
  trained_hours smallint not null,
  training text,
  available_from date not null,
  full_time boolean not null,
  wished_street_ids uuid[] not null,
  wishes text,
  entered_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  ended_on date,
  end_reason text,
  ended_at timestamptz,
  constraint talents_pkey primary key (tenant_id, id),
  constraint talents_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint talents_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint talents_hours_check check (trained_hours >= 0),
  constraint talents_end_check check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (ended_at is null)),
  constraint talents_end_reason_check check (end_reason in ('placed', 'own_wish', 'unfit', 'mistake'))
);
create unique index talents_open_key on talents (tenant_id, person_id) where ended_on is null;
create index talents_person_idx on talents (tenant_id, person_id);
create index talents_organisation_idx on talents (tenant_id, organisation_id) where ended_on is null;
select make_tenant_table('talents');
grant update (skills, trained_hours, training, available_from, full_time, wished_street_ids, wishes, ended_on, end_reason, ended_at) on talents to gonghui_app;

-- The person lets the other streets see their entry: on the phone, or on paper with its number. May be taken back at any time.
create table talent_sharings (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  document_no text,
  agreed_at timestamptz not null default now(),
  recorded_by uuid,
  ended_at timestamptz,
  constraint talent_sharings_pkey primary key (tenant_id, id),
  constraint talent_sharings_talent_fkey foreign key (tenant_id, talent_id) references talents (tenant_id, id),
  constraint talent_sharings_way_check check ((document_no is null) = (recorded_by is null))
);
create unique index talent_sharings_open_key on talent_sharings (tenant_id, talent_id) where ended_at is null;
create index talent_sharings_talent_idx on talent_sharings (tenant_id, talent_id);
select make_tenant_table('talent_sharings');
grant update (ended_at) on talent_sharings to gonghui_app;

-- What an appointment alone does not say: the entry of the pool it came from, and the election once elections are kept here.
create table commissioner_origins (
  tenant_id uuid not null,
  appointment_id uuid not null,
  talent_id uuid,
  election_id uuid,
  constraint commissioner_origins_pkey primary key (tenant_id, appointment_id),
  constraint commissioner_origins_talent_fkey foreign key (tenant_id, talent_id) references talents (tenant_id, id)
);
create index commissioner_origins_talent_idx on commissioner_origins (tenant_id, talent_id);
select make_tenant_table('commissioner_origins');

-- A point of the hand-over list that is done; the points are rule data.
create table commissioner_hand_overs (
  tenant_id uuid not null,
  appointment_id uuid not null,
  point text not null,
  done_on date not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint commissioner_hand_overs_pkey primary key (tenant_id, appointment_id, point)
);
select make_tenant_table('commissioner_hand_overs');

create index appointments_commissioner_idx on appointments (tenant_id, person_id) where post = 'commissioner' and superseded_at is null;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000009201', '', 'candidacy.near_relatives', '=', '["spouse", "parent", "child", "sibling", "grandparent", "grandchild"]', 'relations',
    '2001-10-27', null, '中华人民共和国工会法', '第十条', 'statute read'),
  ('00000000-0000-7000-8000-000000009202', '', 'candidacy.chair_exclusions', '=', '["head", "deputy_head", "partner", "personnel_head", "foreign_national"]', 'positions',
    '2008-07-25', null, '企业工会主席产生办法（试行）', '第六条', 'other sources only'),
  ('00000000-0000-7000-8000-000000009203', '', 'candidacy.owner_exclusions', '=', '["owner", "investor"]', 'positions',
    '2013-01-01', null, '关于在全区两新组织中深入推进“党建带工建”工作的通知', '不是企业出资人', 'newspaper report'),
  ('00000000-0000-7000-8000-000000009204', '', 'candidacy.audit_exclusions', '=', '["union_chair", "vice_chair_for_money", "finance_staff"]', 'positions',
    '0001-01-01', null, '中国工会审计条例', '经费审查委员会', 'other sources only'),
  ('00000000-0000-7000-8000-000000009205', '', 'commissioners.hand_over_points', '=', '["members", "documents", "seal", "money", "venue", "open_matters"]', 'points',
    '0001-01-01', null, 'Gonghui preset', 'commissioners', 'practice'),
  ('00000000-0000-7000-8000-000000009206', '', 'commissioners.induction_hours', '>=', '16', 'hours', '0001-01-01', null, 'Gonghui preset', 'commissioners', 'practice'),
  ('00000000-0000-7000-8000-000000009207', '', 'commissioners.most_posts', '<=', '5', 'posts', '0001-01-01', null, 'Gonghui preset', 'commissioners', 'practice');
