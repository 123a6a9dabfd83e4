-- Sign-in: which set of rules a tenant chose, when a password was changed and by whom, what a session may do and for how long, one-time
-- recovery codes, and counters that slow guessing down.

-- Which preset of sign-in rules the tenant uses: the newest row holds.
create table sign_in_choices (
  tenant_id uuid not null,
  id uuid not null,
  preset text not null,
  document_no text,
  chosen_by uuid,
  chosen_at timestamptz not null default now(),
  constraint sign_in_choices_pkey primary key (tenant_id, id),
  constraint sign_in_choices_preset_check check (preset in ('asvs', 'dengbao'))
);
create index sign_in_choices_time_idx on sign_in_choices (tenant_id, chosen_at);
select make_tenant_table('sign_in_choices');

-- Each password an account had. `first`: made by somebody else and told once, to be changed at the first sign-in. The hash stays only as
-- long as the rules refuse the old password.
create table password_changes (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  origin text not null,
  password_hash text,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  constraint password_changes_pkey primary key (tenant_id, id),
  constraint password_changes_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint password_changes_origin_check check (origin in ('first', 'own'))
);
create index password_changes_account_idx on password_changes (tenant_id, account_id, changed_at);
select make_tenant_table('password_changes');
grant update (password_hash) on password_changes to gonghui_app;

create table recovery_codes (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  superseded_at timestamptz,
  constraint recovery_codes_pkey primary key (tenant_id, id),
  constraint recovery_codes_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index recovery_codes_account_idx on recovery_codes (tenant_id, account_id) where used_at is null and superseded_at is null;
select make_tenant_table('recovery_codes');
grant update (used_at, superseded_at) on recovery_codes to gonghui_app;

alter table sessions
  add column kind text not null default 'officer',
  add column idle_seconds integer not null default 10800,
  add column second_factor text,
  -- Why the password must be changed before anything else; null: it need not.
  add column password_due text,
  -- When the password was last given in this session: changes of sign-in itself ask for it again.
  add column password_at timestamptz not null default now(),
  -- Browser and system in two words, such as chrome/windows. No address is kept.
  add column device text not null default 'other/other',
  add constraint sessions_kind_check check (kind in ('worker', 'officer', 'administrator')),
  add constraint sessions_second_factor_check check (second_factor in ('totp', 'passkey', 'recovery_code', 'provider')),
  add constraint sessions_password_due_check check (password_due in ('first', 'expired'));

-- When the newest attempt was let through: attempts that are slowed down keep a distance.
alter table limits add column admitted_at timestamptz;

-- A log-in together with an address or a browser from which it once succeeded, as a keyed hash.
create table sign_in_places (
  key_hash bytea not null,
  seen_at timestamptz not null default now(),
  constraint sign_in_places_pkey primary key (key_hash)
);
grant select, insert, update, delete on sign_in_places to gonghui_app;

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000001301', '', 'sign_in.asvs', '=',
   '{"shortest": {"worker": 8, "officer": 12, "administrator": 12}, "kindsOfCharacters": 0, "previousRefused": 0, "passwordDays": null,
     "idleMinutes": {"worker": 43200, "officer": 180, "administrator": 180}, "longestHours": {"worker": 2160, "officer": 12, "administrator": 12},
     "oneSession": {"worker": false, "officer": false, "administrator": false}, "passwordAgainMinutes": 10}',
   'sign-in rules', '2000-01-01', null, 'OWASP ASVS 5.0.0', 'V6.2, V7.3', 'practice'),
  ('00000000-0000-7000-8000-000000001302', '', 'sign_in.dengbao', '=',
   '{"shortest": {"worker": 8, "officer": 8, "administrator": 12}, "kindsOfCharacters": 3, "previousRefused": 5, "passwordDays": 90,
     "idleMinutes": {"worker": 43200, "officer": 15, "administrator": 15}, "longestHours": {"worker": 720, "officer": 12, "administrator": 12},
     "oneSession": {"worker": false, "officer": false, "administrator": true}, "passwordAgainMinutes": 10}',
   'sign-in rules', '2000-01-01', null, 'GB/T 22239-2019', '8.1.4.1', 'practice'),
  ('00000000-0000-7000-8000-000000001303', '', 'sign_in.guessing', '=',
   '{"pair": {"free": 5, "windowSeconds": 900, "firstBlockSeconds": 60, "longestBlockSeconds": 1800},
     "perDay": 100, "spraying": {"logins": 20, "windowSeconds": 900, "distanceSeconds": 2}, "placeDays": 180}',
   'limits of guessing', '2000-01-01', null, 'OWASP ASVS 5.0.0', 'V6.3.1', 'practice');
