import { sql } from 'kysely'
import { personRecords } from '#server/modules/people/index.ts'
import type { OwnDataPart } from '#server/platform/own-data.ts'

/** What events hold about somebody: where they registered, how that stands, and when they came. */
export const eventsOwnData: OwnDataPart = {
  name: 'events',
  title: { zh: '活动', en: 'Events' },
  rows: async (tx, actor) => {
    const records = await personRecords(tx, actor.personId)
    const { rows } = await sql<{ title: string; state: string; startsOn: string; cameAt: string | null }>`
      select e.title, r.state, to_char(e.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "startsOn",
        to_char(c.checked_in_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "cameAt"
      from registrations r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
      left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
      where r.tenant_id = ${tx.tenantId} and r.person_id = any(${records?.recordIds ?? []}::uuid[]) order by e.starts_at, e.id`.execute(
      tx,
    )
    return rows.map(({ title, state, startsOn, cameAt }) => ({
      what: { zh: startsOn, en: startsOn },
      said: [title, state, cameAt].filter(Boolean).join(' · '),
    }))
  },
}
