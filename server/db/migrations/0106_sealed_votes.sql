-- Secret votes by phone. Roll and urn are two schemas for two roles: who drew a token stands in public, what was cast stands in urn, and nothing
-- stands in both: no key, no order, no time.

create table phone_votes (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  seats smallint not null,
  -- The names on the paper, in its order; they are public.
  names text[] not null,
  -- How many stand on the roll, and what its lines hash to: printed below the roll.
  due integer not null,
  roll_hash text not null,
  token_key bytea not null,
  committee_key bytea,
  created_by uuid not null,
  created_at timestamptz not null default app_now(),
  constraint phone_votes_pkey primary key (tenant_id, id),
  constraint phone_votes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint phone_votes_title_check check (length(title) between 1 and 80),
  constraint phone_votes_names_check check (cardinality(names) between 1 and 126),
  constraint phone_votes_seats_check check (seats between 1 and 126),
  constraint phone_votes_keys_check check (length(token_key) = 32 and length(committee_key) = 32)
);
create index phone_votes_organisation_idx on phone_votes (tenant_id, organisation_id);
select make_tenant_table('phone_votes');
grant update (committee_key) on phone_votes to gonghui_app;

-- What was done, each once and in this order, with author and time.
create table phone_vote_steps (
  tenant_id uuid not null,
  vote_id uuid not null,
  step text not null,
  taken_by uuid not null,
  taken_at timestamptz not null default app_now(),
  constraint phone_vote_steps_pkey primary key (tenant_id, vote_id, step),
  constraint phone_vote_steps_vote_fkey foreign key (tenant_id, vote_id) references phone_votes (tenant_id, id),
  constraint phone_vote_steps_step_check check (step in ('allowed', 'keyed', 'tokens', 'opened', 'closed', 'counted'))
);
select make_tenant_table('phone_vote_steps');

-- The roll. `blinded` is what a device sent for its token, so that it may ask again when the answer was lost; it tells nothing of the token, and is
-- thrown away when the urn opens, when all lines are written anew in random order.
create table phone_vote_voters (
  tenant_id uuid not null,
  vote_id uuid not null,
  entry_no integer not null,
  person_id uuid not null,
  has_token boolean not null default false,
  blinded bytea,
  constraint phone_vote_voters_pkey primary key (tenant_id, vote_id, entry_no),
  constraint phone_vote_voters_vote_fkey foreign key (tenant_id, vote_id) references phone_votes (tenant_id, id),
  constraint phone_vote_voters_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint phone_vote_voters_person_key unique (tenant_id, vote_id, person_id),
  constraint phone_vote_voters_blinded_check check (blinded is null or (has_token and length(blinded) = 32))
);
create index phone_vote_voters_person_idx on phone_vote_voters (tenant_id, person_id);
select make_tenant_table('phone_vote_voters');
grant update (has_token, blinded), delete on phone_vote_voters to gonghui_app;

-- Who gave a token up for paper: the code of its cancellation, good once.
create table phone_vote_surrenders (
  tenant_id uuid not null,
  vote_id uuid not null,
  entry_no integer not null,
  code text not null,
  constraint phone_vote_surrenders_pkey primary key (tenant_id, vote_id, entry_no),
  constraint phone_vote_surrenders_vote_fkey foreign key (tenant_id, vote_id) references phone_votes (tenant_id, id),
  constraint phone_vote_surrenders_code_key unique (tenant_id, vote_id, code)
);
select make_tenant_table('phone_vote_surrenders');

create schema urn;
grant usage on schema urn to gonghui_urn;

create table urn.urns (
  vote_id uuid not null,
  tenant_id uuid not null,
  committee_key bytea not null,
  names smallint not null,
  is_open boolean not null default true,
  constraint urns_pkey primary key (vote_id)
);

-- Live ballots. Rows are found by the random serial of the token; an insert is followed by others and then written anew with them.
create table urn.ballots (
  vote_id uuid not null,
  serial bytea not null,
  sealed bytea not null,
  -- Made with the secret of the token, which follows from the serial and the token key: without that key nobody adds or changes a row.
  signature bytea not null,
  hash bytea not null,
  is_mixed boolean not null default false,
  constraint ballots_pkey primary key (vote_id, serial),
  constraint ballots_hash_key unique (vote_id, hash),
  constraint ballots_urn_fkey foreign key (vote_id) references urn.urns (vote_id),
  constraint ballots_lengths_check check (length(serial) = 32 and length(signature) = 32 and length(hash) = 32)
);
create index ballots_unmixed_idx on urn.ballots (vote_id) where not is_mixed;

-- What stays of ballots that were replaced or cancelled: their hash on the board. The ballot itself is gone.
create table urn.struck (
  vote_id uuid not null,
  hash bytea not null,
  serial bytea not null,
  mark text not null,
  constraint struck_pkey primary key (vote_id, hash),
  constraint struck_urn_fkey foreign key (vote_id) references urn.urns (vote_id),
  constraint struck_mark_check check (mark in ('replaced', 'cancelled'))
);

create table urn.cancellations (
  vote_id uuid not null,
  serial bytea not null,
  signature bytea not null,
  -- What the device shows at the table where paper is handed out.
  code text not null,
  constraint cancellations_pkey primary key (vote_id, serial),
  constraint cancellations_code_key unique (vote_id, code),
  constraint cancellations_urn_fkey foreign key (vote_id) references urn.urns (vote_id)
);

-- Opened ballots in random order, without serial or hash. `marks` is null for one that did not open: it is spoilt.
create table urn.opened (
  vote_id uuid not null,
  id uuid not null,
  marks smallint[],
  constraint opened_pkey primary key (vote_id, id),
  constraint opened_urn_fkey foreign key (vote_id) references urn.urns (vote_id)
);

grant select, insert on urn.urns, urn.ballots, urn.struck, urn.cancellations, urn.opened to gonghui_urn;
grant update (is_open) on urn.urns to gonghui_urn;
grant delete on urn.ballots to gonghui_urn;

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, reach, date '2000-01-01', null, 'Gonghui preset 7'
from (values
  ('city_officer', 'subtree', array['phone_votes.read', 'phone_votes.allow']),
  ('federation_officer', 'subtree', array['phone_votes.read', 'phone_votes.allow']),
  ('street_officer', 'subtree', array['phone_votes.read', 'phone_votes.allow']),
  ('union_chair', 'unit', array['phone_votes.read', 'phone_votes.run']),
  ('union_vice_chair', 'unit', array['phone_votes.read', 'phone_votes.run'])
) as preset (post, reach, permissions), unnest(permissions) as permission;
