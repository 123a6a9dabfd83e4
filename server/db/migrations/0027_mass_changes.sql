-- Mass changes: more kinds, what else they changed, and large ones that are carried out in the background.

alter table mass_changes drop constraint mass_changes_kind_check;
alter table mass_changes add constraint mass_changes_kind_check
  check (kind in ('left', 'withdrawn', 'retired', 'deceased', 'retained', 'restored', 'moved', 'merged'));
-- The order a change carries out; run again after a crash, it is found here and not done twice.
alter table mass_changes add column order_id uuid;
create unique index mass_changes_order_key on mass_changes (tenant_id, order_id) where order_id is not null;

-- Employments that ended with the membership, and merges of records: undone together with the rest.
alter table mass_change_rows add column superseded_employment_ids uuid[] not null default '{}';
alter table mass_change_rows add column inserted_employment_ids uuid[] not null default '{}';
alter table mass_change_rows add column alias_ids uuid[] not null default '{}';

-- A change of so many that it is carried out in the background. Ids only.
create table mass_orders (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  person_ids uuid[] not null,
  takes_effect_on date not null,
  union_id uuid,
  ends_also text[] not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint mass_orders_pkey primary key (tenant_id, id)
);
select make_tenant_table('mass_orders');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000002701', '', 'people.background_from', '>', '500', 'persons', '2000-01-01', null, 'Gonghui preset', 'mass work', 'practice');
