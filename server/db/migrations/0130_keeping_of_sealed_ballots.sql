-- Ballots by phone go with the papers: a year after the confirmation nothing of them is left but their hashes on the board and the sums.

create table phone_vote_destructions (
  tenant_id uuid not null,
  vote_id uuid not null,
  begun_at timestamptz not null default app_now(),
  -- How many tokens were drawn: the lines that say who drew one go too.
  issued integer not null,
  -- What the board goes on showing: sums and no ballots. Null where nothing was counted.
  result jsonb,
  -- When the urn was empty.
  ended_at timestamptz,
  constraint phone_vote_destructions_pkey primary key (tenant_id, vote_id),
  constraint phone_vote_destructions_vote_fkey foreign key (tenant_id, vote_id) references phone_votes (tenant_id, id)
);
select make_tenant_table('phone_vote_destructions');
grant update (ended_at) on phone_vote_destructions to gonghui_app;
grant delete on phone_vote_surrenders to gonghui_app;

-- A destroyed ballot keeps its serial and its hash; what it said and who could prove to have sealed it are gone.
alter table urn.ballots alter column sealed drop not null, alter column signature drop not null;
grant update (sealed, signature) on urn.ballots to gonghui_urn;
grant delete on urn.opened to gonghui_urn;
