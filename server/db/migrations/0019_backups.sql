-- What is done for the day the disk dies: backups that were taken, drills that restored one, and changes of the key. Plumbing: no personal
-- data. The machine's commands write them as the owner; the server only reads, so that nobody can make a good backup up through it.

create table backups (
  id uuid not null,
  ended_at timestamptz not null default now(),
  origin text not null,
  file_name text not null,
  took_milliseconds integer not null,
  bytes bigint,
  stored_rows bigint,
  attachments integer,
  sha256 text,
  -- Why there is none: a code; null for a backup that was read back and held together.
  problem text,
  constraint backups_pkey primary key (id),
  constraint backups_origin_check check (origin in ('schedule', 'command', 'upgrade')),
  constraint backups_outcome_check check (num_nulls(bytes, stored_rows, attachments, sha256) = case when problem is null then 0 else 4 end)
);
create index backups_ended_idx on backups (ended_at);

create table drills (
  id uuid not null,
  ended_at timestamptz not null default now(),
  file_name text not null,
  backup_taken_at timestamptz,
  took_milliseconds integer not null,
  stored_rows bigint,
  checks integer,
  -- At which step it failed: a code, and the part or check by its name; both null for a drill that passed.
  problem text,
  part text,
  constraint drills_pkey primary key (id)
);
create index drills_ended_idx on drills (ended_at);

create table key_rotations (
  key_id integer not null,
  ended_at timestamptz not null default now(),
  constraint key_rotations_pkey primary key (key_id)
);

grant select on backups, drills, key_rotations to gonghui_app;
