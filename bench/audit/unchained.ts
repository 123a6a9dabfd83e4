import type pg from 'pg'

/**
 * Lets a bench-only database append entries without the chain where the setting bench.unchained is on: the same row into a table with the
 * same indexes, without head, hash and seal. Both ways go through the same extra function, so that they differ by the chain alone.
 */
export async function allowUnchained(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table audit_unchained (like audit_entries including all);
    grant insert on audit_unchained to gonghui_app;
    alter table audit_unchained alter column chain set default 0;
    create sequence audit_unchained_seq;
    alter function append_audit(audit_entries) rename to append_chained;
    create function append_audit(entry audit_entries) returns void language plpgsql security definer set search_path = public as $$
    begin
      if current_setting('bench.unchained', true) = 'on' then
        entry.seq := nextval('audit_unchained_seq');
        insert into audit_unchained values (entry.*);
      else
        perform append_chained(entry);
      end if;
    end $$`)
}

/** The address of a database whose sessions append without the chain, or with it. */
export function sessionsOf(url: string, chain: 'chained' | 'unchained'): string {
  const address = new URL(url)
  const settings = ['-c TimeZone=UTC', '-c default_transaction_isolation=read\\ committed']
  address.searchParams.set(
    'options',
    [...settings, `-c bench.unchained=${chain === 'unchained' ? 'on' : 'off'}`].join(' '),
  )
  return address.href
}
