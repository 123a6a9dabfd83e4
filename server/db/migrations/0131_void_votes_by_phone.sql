-- A vote by phone whose key is lost can never be opened: two persons declare it void, its ballots stand on the board as void, and all vote again on paper.

alter table phone_vote_steps
  drop constraint phone_vote_steps_step_check,
  add constraint phone_vote_steps_step_check check (step in ('allowed', 'keyed', 'tokens', 'opened', 'closed', 'counted', 'voided'));

-- What the first of the two declared, and why: voters read it. The second is the step `voided`.
create table phone_vote_voidings (
  tenant_id uuid not null,
  vote_id uuid not null,
  reason text not null,
  declared_by uuid not null,
  declared_at timestamptz not null default app_now(),
  constraint phone_vote_voidings_pkey primary key (tenant_id, vote_id),
  constraint phone_vote_voidings_vote_fkey foreign key (tenant_id, vote_id) references phone_votes (tenant_id, id),
  constraint phone_vote_voidings_reason_check check (length(reason) between 1 and 500)
);
select make_tenant_table('phone_vote_voidings');

alter table urn.urns add column is_void boolean not null default false;
grant update (is_void) on urn.urns to gonghui_urn;
