-- Reference tables: readable by every tenant, written only by migrations and the update command.

create table divisions (
  code text not null,
  name text not null,
  level text not null,
  starts_on date not null,
  ends_before date,
  successor_code text,
  constraint divisions_pkey primary key (code, starts_on)
);

create table code_entries (
  list text not null,
  code text not null,
  zh text not null,
  en text not null,
  sort integer not null,
  constraint code_entries_pkey primary key (list, code)
);

-- Rules of law and policy as dated data. `region` is a division code prefix ('' = the whole country); the longest prefix wins.
create table rules (
  id uuid not null,
  region text not null,
  key text not null,
  operator text not null,
  value jsonb not null,
  unit text not null,
  starts_on date not null,
  ends_before date,
  document text not null,
  article text not null,
  checked text not null,
  constraint rules_pkey primary key (id),
  constraint rules_region_key_starts_on_key unique (region, key, starts_on),
  constraint rules_operator_check check (operator in ('=', '>=', '>', '<=', '<'))
);

create table calendar_days (
  day date not null,
  kind text not null,
  name text not null,
  source text not null,
  constraint calendar_days_pkey primary key (day),
  constraint calendar_days_kind_check check (kind in ('holiday', 'make_up_workday'))
);

create table posts (
  code text not null,
  zh text not null,
  en text not null,
  -- Posts of the three separate administrators exclude each other: one person never holds two (三员分立).
  separation text,
  sort integer not null,
  constraint posts_pkey primary key (code)
);

-- Which permissions follow from a post, and how far they reach: dated rule data.
create table post_grants (
  post text not null,
  permission text not null,
  reach text not null,
  starts_on date not null,
  ends_before date,
  document text not null,
  constraint post_grants_pkey primary key (post, permission, starts_on),
  constraint post_grants_post_fkey foreign key (post) references posts (code),
  constraint post_grants_reach_check check (reach in ('self', 'unit', 'subtree', 'tenant'))
);

grant select on divisions, code_entries, rules, calendar_days, posts, post_grants to gonghui_app;
