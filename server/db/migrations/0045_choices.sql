-- Sheets are of one length for everybody and for ever: 1,024 bytes, a nonce of 24 and a tag of 16. What is not, is not written.
alter table choice_sheets add constraint choice_sheets_length_check check (octet_length(sealed) = 1064);

-- A card of paper as one of two people read it, sealed like a sheet, until both agree or one of them has settled it. Then it is gone.
create table choice_paper_entries (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  keyed_by uuid not null,
  sealed bytea not null,
  keyed_at timestamptz not null default now(),
  constraint choice_paper_entries_pkey primary key (tenant_id, event_id, registration_id, keyed_by),
  constraint choice_paper_entries_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint choice_paper_entries_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id),
  constraint choice_paper_entries_length_check check (octet_length(sealed) = 1064)
);
create index choice_paper_entries_registration_idx on choice_paper_entries (tenant_id, registration_id);
select make_tenant_table('choice_paper_entries');
grant update, delete on choice_paper_entries to gonghui_app;

-- A couple that had ended comes back: what one of the two has said, until both have. The couple's own row keeps the day it counts from.
create table couple_renewals (
  tenant_id uuid not null,
  couple_id uuid not null,
  person_id uuid not null,
  confirmed_at timestamptz not null default now(),
  constraint couple_renewals_pkey primary key (tenant_id, couple_id, person_id),
  constraint couple_renewals_couple_fkey foreign key (tenant_id, couple_id) references couples (tenant_id, id),
  constraint couple_renewals_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index couple_renewals_person_idx on couple_renewals (tenant_id, person_id);
select make_tenant_table('couple_renewals');
grant delete on couple_renewals to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000004501', '', 'matchmaking.choice_key_days', '=', '100', 'days', '2000-01-01', null, 'Gonghui preset',
    'J7 follow-up of three months and ten days, J12', 'practice'),
  ('00000000-0000-7000-8000-000000004502', '', 'matchmaking.pairs_shown_from', '>=', '5', 'pairs', '2000-01-01', null, 'Gonghui preset', 'matchmaking 3', 'practice'),
  ('00000000-0000-7000-8000-000000004503', '', 'matchmaking.level_prior', '=', '{"meetings": 2, "yes": 0.45, "score": 3}', 'meetings', '2000-01-01', null,
    'Gonghui preset', 'matchmaking 2, levels for the second part', 'practice');
