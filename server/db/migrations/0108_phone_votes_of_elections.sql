-- Votes by phone that belong to an election: its roll, its paper, its first vote. One for an election; further votes are held on paper.
alter table phone_votes add column election_id uuid,
  add constraint phone_votes_election_fkey foreign key (tenant_id, election_id) references elections (tenant_id, id),
  add constraint phone_votes_election_key unique (tenant_id, election_id);
-- A roll that is frozen anew before the first token becomes the roll of the vote by phone too.
grant update (due, roll_hash) on phone_votes to gonghui_app;

insert into post_grants (post, permission, reach, starts_on, ends_before, document)
select post, permission, 'unit', date '2000-01-01', null, 'Gonghui preset 7'
from (values
  ('union_chair', array['phone_votes.keys']),
  ('union_vice_chair', array['phone_votes.keys']),
  ('union_officer', array['phone_votes.read', 'phone_votes.run', 'phone_votes.keys']),
  ('scrutineer', array['phone_votes.read', 'phone_votes.keys'])
) as preset (post, permissions), unnest(permissions) as permission;
