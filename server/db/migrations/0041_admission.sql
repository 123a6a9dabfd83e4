-- Admission: how many may come and who, counted under one row; the sealed draw; many audit entries at once.

-- `token` stands for the registration wherever a list of a draw is published: it says nothing of the person. `turn` 2 comes after turn 1 in
-- a draw and takes no reserved place: somebody stayed away lately without a reason.
alter table registrations
  add column token uuid not null default gen_random_uuid(),
  add column turn smallint not null default 1,
  add constraint registrations_turn_check check (turn in (1, 2));

-- The one row every change of an event's places locks first. `taken` counts admitted and offered; what is finer is in event_place_counts.
create table event_places (
  tenant_id uuid not null,
  event_id uuid not null,
  taken integer not null default 0,
  next_waiting_no integer not null default 1,
  next_badge_no integer not null default 1,
  -- Men to women; one side may be ahead by the tolerance until the release, then unused places go to whoever waits. Null: no balance.
  ratio_male smallint,
  ratio_female smallint,
  tolerance smallint,
  -- When reserved places and the balance are given up; null: they hold to the end.
  release_at timestamptz,
  -- The next moment at which something happens by itself: an offer lapses, places are released, the event begins. Null: never again.
  due_at timestamptz,
  constraint event_places_pkey primary key (tenant_id, event_id),
  constraint event_places_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint event_places_taken_check check (taken >= 0),
  constraint event_places_ratio_check check (
    (ratio_male is null) = (ratio_female is null) and (ratio_male is null) = (tolerance is null)
    and ratio_male > 0 and ratio_female > 0 and tolerance >= 0)
);
create index event_places_due_idx on event_places (tenant_id, due_at) where due_at is not null;
select make_tenant_table('event_places');
grant update (taken, next_waiting_no, next_badge_no, ratio_male, ratio_female, tolerance, release_at, due_at) on event_places to gonghui_app;

-- Places taken by each sex, unit and age band, and by those who come for the first time; always recountable from registrations.
create table event_place_counts (
  tenant_id uuid not null,
  event_id uuid not null,
  dimension text not null,
  value text not null,
  taken integer not null,
  constraint event_place_counts_pkey primary key (tenant_id, event_id, dimension, value),
  constraint event_place_counts_places_fkey foreign key (tenant_id, event_id) references event_places (tenant_id, event_id),
  constraint event_place_counts_dimension_check check (dimension in ('sex', 'unit', 'age_band', 'first_timer')),
  constraint event_place_counts_taken_check check (taken >= 0)
);
select make_tenant_table('event_place_counts');
grant update (taken) on event_place_counts to gonghui_app;

-- At most so many of a group (`cap`), or so many kept for it until the release (`reserve`). Value of a unit: its id, or `each`.
create table event_quotas (
  tenant_id uuid not null,
  event_id uuid not null,
  kind text not null,
  dimension text not null,
  value text not null,
  places integer not null,
  constraint event_quotas_pkey primary key (tenant_id, event_id, kind, dimension, value),
  constraint event_quotas_places_fkey foreign key (tenant_id, event_id) references event_places (tenant_id, event_id),
  constraint event_quotas_kind_check check (kind in ('cap', 'reserve')),
  constraint event_quotas_dimension_check check (dimension in ('sex', 'unit', 'age_band', 'first_timer')),
  constraint event_quotas_places_check check (places >= 0)
);
select make_tenant_table('event_quotas');
grant update (places), delete on event_quotas to gonghui_app;

-- The seed of a draw, made before anybody registered: sealed until the draw, its SHA-256 told from the beginning.
create table event_seeds (
  tenant_id uuid not null,
  event_id uuid not null,
  sealed_seed bytea not null,
  seed_hash text not null,
  made_at timestamptz not null default now(),
  constraint event_seeds_pkey primary key (tenant_id, event_id),
  constraint event_seeds_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
select make_tenant_table('event_seeds');

-- A draw that was held: the file anybody can replay it from, byte for byte as it was published. Tokens, no persons.
create table event_draws (
  tenant_id uuid not null,
  event_id uuid not null,
  proof text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null default now(),
  constraint event_draws_pkey primary key (tenant_id, event_id),
  constraint event_draws_seed_fkey foreign key (tenant_id, event_id) references event_seeds (tenant_id, event_id)
);
select make_tenant_table('event_draws');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000004101', '', 'events.age_bands', '>=', '[18, 25, 30, 35, 40, 50]', 'years', '2000-01-01', null, 'Gonghui preset', 'J9', 'practice'),
  ('00000000-0000-7000-8000-000000004102', '', 'events.absence_months', '<', '6', 'months', '2000-01-01', null, 'Gonghui preset', 'no-shows', 'practice'),
  ('00000000-0000-7000-8000-000000004103', '', 'events.valid_reasons', '=', '["illness", "shift", "family", "public_duty"]', 'reasons', '2000-01-01', null,
    'Gonghui preset', 'no-shows', 'practice');

-- Appends many entries of one tenant in one go, with the same links as one by one: all follow each other in one chain that nobody else holds.
create function append_audits(entries audit_entries[]) returns void language plpgsql security definer set search_path = public as $$
declare
  head audit_heads;
  place tid;
  entry audit_entries;
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  linked audit_entries[] := '{}';
begin
  if coalesce(array_length(entries, 1), 0) = 0 then return; end if;
  foreach entry in array entries loop
    if entry.tenant_id is distinct from tenant then
      raise exception 'audit entry of another tenant' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  place := take_audit_head(tenant);
  select * into head from audit_heads h where h.ctid = place;
  foreach entry in array entries loop
    entry.chain := head.chain;
    entry.seq := head.seq + 1;
    entry.recorded_at := now();
    entry.prev_hash := head.hash;
    entry.hash := audit_digest(head.hash, entry);
    head.seq := entry.seq;
    head.hash := entry.hash;
    linked := linked || entry;
  end loop;
  insert into audit_entries select * from unnest(linked);
  update audit_heads h set seq = head.seq, hash = head.hash
    where h.ctid = place and h.tenant_id = tenant and h.chain = head.chain returning h.ctid into strict place;
  perform set_config('app.audit_head', concat_ws(' ', tenant, head.chain, place), true);
end $$;
revoke execute on function append_audits(audit_entries[]) from public;
grant execute on function append_audits(audit_entries[]) to gonghui_app;
