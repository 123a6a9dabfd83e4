-- Activity venues: kept by a union, inspected by its superior against a checklist that is a rule, shared with neighbours.
create table venues (
  tenant_id uuid not null,
  id uuid not null,
  -- Who keeps it: it counts there.
  organisation_id uuid not null,
  kind text not null,
  name text not null,
  address text not null,
  area_square_metres integer,
  seats integer,
  -- Chinese maps show GCJ-02, which lies some hundred metres off WGS-84 (G3): without its datum a position is worth nothing.
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  datum text,
  -- Who may book: everybody the organisation leads; null: the keeper alone.
  shared_with_id uuid,
  open_weekdays smallint[] not null default '{1,2,3,4,5}',
  opens_at text not null default '09:00',
  closes_at text not null default '21:00',
  longest_minutes integer not null default 240,
  days_ahead integer not null default 30,
  opened_on date not null,
  closed_on date,
  closed_by uuid,
  closed_at timestamptz,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint venues_pkey primary key (tenant_id, id),
  constraint venues_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint venues_shared_with_fkey foreign key (tenant_id, shared_with_id) references organisations (tenant_id, id),
  constraint venues_kind_check check (kind in ('two_new_venue', 'outdoor_station', 'expressway_station', 'studio')),
  constraint venues_position_check check (num_nonnulls(longitude, latitude, datum) in (0, 3)),
  constraint venues_datum_check check (datum in ('GCJ-02', 'WGS-84', 'CGCS2000', 'BD-09')),
  -- HH:MM, so that they compare as text.
  constraint venues_hours_check check (opens_at < closes_at and opens_at ~ '^[0-2][0-9]:[0-5][0-9]$' and closes_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  constraint venues_booking_check check (longest_minutes between 30 and 720 and days_ahead between 1 and 180),
  constraint venues_sizes_check check (area_square_metres between 1 and 100000 and seats between 1 and 100000),
  constraint venues_closed_check check (num_nonnulls(closed_on, closed_by, closed_at) in (0, 3) and closed_on >= opened_on)
);
create index venues_organisation_idx on venues (tenant_id, organisation_id);
create index venues_shared_with_idx on venues (tenant_id, shared_with_id);
select make_tenant_table('venues');
grant update (name, address, area_square_metres, seats, longitude, latitude, datum, shared_with_id, open_weekdays, opens_at, closes_at,
  longest_minutes, days_ahead, closed_on, closed_by, closed_at, version) on venues to gonghui_app;

-- A visit with a checklist: the version of the standard it was judged by stays with it (G1).
create table venue_inspections (
  tenant_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  rule_id uuid not null,
  inspected_on date not null,
  -- Until when somebody looks again; a later inspection settles it.
  revisit_on date,
  note text not null default '',
  inspected_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint venue_inspections_pkey primary key (tenant_id, id),
  constraint venue_inspections_venue_fkey foreign key (tenant_id, venue_id) references venues (tenant_id, id),
  constraint venue_inspections_rule_fkey foreign key (rule_id) references rules (id),
  constraint venue_inspections_note_check check (length(note) <= 1000),
  constraint venue_inspections_revisit_check check (revisit_on > inspected_on)
);
create index venue_inspections_venue_idx on venue_inspections (tenant_id, venue_id, inspected_on);
select make_tenant_table('venue_inspections');

-- One item of a checklist as it was found; its picture belongs to evidence_id. Without a picture nothing is met.
create table venue_findings (
  tenant_id uuid not null,
  inspection_id uuid not null,
  item text not null,
  is_met boolean not null,
  -- The last day the evidence holds; from the next on the item is not met.
  valid_until date,
  evidence_id uuid,
  note text not null default '',
  constraint venue_findings_pkey primary key (tenant_id, inspection_id, item),
  constraint venue_findings_inspection_fkey foreign key (tenant_id, inspection_id) references venue_inspections (tenant_id, id),
  constraint venue_findings_validity_check check (is_met = (valid_until is not null) and (evidence_id is not null or not is_met)),
  constraint venue_findings_note_check check (length(note) <= 300)
);
select make_tenant_table('venue_findings');

-- Stars run out, and shine only while the standard is met (G2).
create table venue_stars (
  tenant_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  stars smallint not null,
  document text not null,
  granted_on date not null,
  expires_on date not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_because text,
  withdrawn_by uuid,
  constraint venue_stars_pkey primary key (tenant_id, id),
  constraint venue_stars_venue_fkey foreign key (tenant_id, venue_id) references venues (tenant_id, id),
  constraint venue_stars_stars_check check (stars between 1 and 5),
  constraint venue_stars_days_check check (expires_on > granted_on),
  constraint venue_stars_withdrawn_check check (num_nonnulls(withdrawn_on, withdrawn_because, withdrawn_by) in (0, 3))
);
create index venue_stars_venue_idx on venue_stars (tenant_id, venue_id, granted_on);
select make_tenant_table('venue_stars');
grant update (withdrawn_on, withdrawn_because, withdrawn_by) on venue_stars to gonghui_app;

create table venue_bookings (
  tenant_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  -- Whose meeting it is.
  organisation_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  purpose text not null,
  expected_people integer not null,
  booked_by uuid not null,
  booked_at timestamptz not null default now(),
  cancelled_at timestamptz,
  cancelled_by uuid,
  checked_in_at timestamptz,
  people integer,
  constraint venue_bookings_pkey primary key (tenant_id, id),
  constraint venue_bookings_venue_fkey foreign key (tenant_id, venue_id) references venues (tenant_id, id),
  constraint venue_bookings_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint venue_bookings_times_check check (starts_at < ends_at),
  constraint venue_bookings_purpose_check check (length(purpose) between 1 and 100),
  constraint venue_bookings_cancelled_check check (num_nonnulls(cancelled_at, cancelled_by) in (0, 2) and num_nonnulls(cancelled_at, checked_in_at) <= 1),
  constraint venue_bookings_people_check check (num_nonnulls(checked_in_at, people) in (0, 2) and people between 1 and 100000)
);
create index venue_bookings_venue_idx on venue_bookings (tenant_id, venue_id, starts_at);
create index venue_bookings_organisation_idx on venue_bookings (tenant_id, organisation_id, starts_at);
select make_tenant_table('venue_bookings');
grant update (cancelled_at, cancelled_by, checked_in_at, people) on venue_bookings to gonghui_app;

-- "Six haves" is at least four different lists (G1): each kind of venue has its own, and a version stays with what was judged by it.
insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000010201', '', 'venues.standard.two_new_venue', '>=', '{"needed": 6, "items": [
    {"code": "place", "zh": "有场所", "en": "a place", "months": 24}, {"code": "equipment", "zh": "有设施", "en": "equipment", "months": 12},
    {"code": "sign", "zh": "有标识", "en": "signs", "months": 12}, {"code": "party_flag", "zh": "有党旗", "en": "the Party flag", "months": 12},
    {"code": "books", "zh": "有书报", "en": "books and newspapers", "months": 6}, {"code": "rules", "zh": "有制度", "en": "rules on the wall", "months": 12}]}',
    'items', '0001-01-01', null, '江北区“两新”组织阵地“六有”标准', '六有', 'seed page; months: practice'),
  ('00000000-0000-7000-8000-000000010202', '', 'venues.standard.outdoor_station', '>=', '{"needed": 6, "items": [
    {"code": "sign", "zh": "有标识", "en": "a sign", "months": 12}, {"code": "place", "zh": "有场所", "en": "a place", "months": 24},
    {"code": "equipment", "zh": "有设施", "en": "equipment", "months": 6}, {"code": "rules", "zh": "有制度", "en": "rules", "months": 12},
    {"code": "staff", "zh": "有人员", "en": "staff", "months": 6}, {"code": "on_map", "zh": "地图可查", "en": "on the map", "months": 12}]}',
    'items', '0001-01-01', null, '工会户外劳动者服务站点（城市）', '六有', 'reported practice; months: practice'),
  ('00000000-0000-7000-8000-000000010203', '', 'venues.standard.expressway_station', '>=', '{"needed": 6, "items": [
    {"code": "sign", "zh": "标识统一", "en": "a unified sign", "months": 12}, {"code": "layout", "zh": "布局合理", "en": "a sensible layout", "months": 24},
    {"code": "equipment", "zh": "设施齐全", "en": "complete equipment", "months": 6}, {"code": "functions", "zh": "功能完备", "en": "its functions", "months": 12},
    {"code": "rules", "zh": "管理规范", "en": "managed by rules", "months": 12}, {"code": "on_map", "zh": "地图可查", "en": "on the map", "months": 12}]}',
    'items', '0001-01-01', null, '高速公路户外劳动者服务站点', '六有', 'reported practice; months: practice'),
  ('00000000-0000-7000-8000-000000010204', '', 'venues.standard.studio', '>=', '{"needed": 7, "items": [
    {"code": "plaque", "zh": "有牌匾", "en": "a plaque", "months": 24}, {"code": "place", "zh": "有场所", "en": "a place", "months": 24},
    {"code": "rules", "zh": "有制度", "en": "rules", "months": 12}, {"code": "money", "zh": "有经费", "en": "money", "months": 12},
    {"code": "team", "zh": "有团队", "en": "a team", "months": 12}, {"code": "ledger", "zh": "有台账", "en": "a ledger", "months": 12},
    {"code": "results", "zh": "有成果", "en": "results", "months": 12}]}',
    'items', '0001-01-01', null, '劳模和工匠人才创新工作室', '七有', 'reported practice; months: practice'),
  ('00000000-0000-7000-8000-000000010205', '', 'venues.unused_days', '>=', '90', 'days', '2000-01-01', null, 'Gonghui preset', 'venues', 'practice'),
  ('00000000-0000-7000-8000-000000010206', '', 'venues.expiry_notice_days', '<=', '30', 'days', '2000-01-01', null, 'Gonghui preset', 'venues', 'practice'),
  ('00000000-0000-7000-8000-000000010207', '', 'venues.stars_months', '<=', '12', 'months', '2000-01-01', null, '福州市户外劳动者服务站点星级评定', '年度复核', 'reported practice');

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 6'
from (values
  ('city_officer', 'subtree', array['venues.read', 'venues.write', 'venues.inspect', 'venues.book']),
  ('federation_officer', 'subtree', array['venues.read', 'venues.write', 'venues.inspect', 'venues.book']),
  ('street_officer', 'subtree', array['venues.read', 'venues.write', 'venues.inspect', 'venues.book']),
  ('union_chair', 'subtree', array['venues.read', 'venues.write', 'venues.book']),
  ('union_vice_chair', 'subtree', array['venues.read', 'venues.write', 'venues.book']),
  ('union_officer', 'unit', array['venues.read', 'venues.book']),
  ('audit_committee_member', 'subtree', array['venues.read'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
