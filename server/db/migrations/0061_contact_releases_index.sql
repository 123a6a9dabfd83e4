-- What one side of a pair lets the other see is asked for by the pair, taken back or not.
create index contact_releases_interest_idx on contact_releases (tenant_id, interest_id);
