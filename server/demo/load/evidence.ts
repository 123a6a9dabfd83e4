import { sql } from 'kysely'
import { keepDrawn } from '#server/modules/attachments/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { drawEvidence } from '../drawings/evidence.ts'

interface Finding {
  evidenceId: string
  item: string
  room: number
  accountId: string
  appointmentId: string
}

const rooms = 4

/**
 * Drawings as pictures of what inspectors found at the demo's venues, in the files of `dataFolder`; findings that have a picture keep it. A load that
 * is killed leaves files that nobody can open.
 */
export async function loadEvidence(tx: Tx, dataFolder: string): Promise<void> {
  const findings = await withoutPicture(tx)
  const alike = Map.groupBy(findings, ({ item, room }) => `${item} ${room}`)
  for (const same of alike.values()) {
    const { item, room } = same[0]!
    await keepDrawn(
      tx,
      { dataFolder, keys: tx.keys },
      {
        drawing: drawEvidence(item, room),
        uses: same.map(({ evidenceId, accountId, appointmentId }) => ({
          subject: { kind: 'venue_finding', id: evidenceId },
          sender: { accountId, appointment: { id: appointmentId } },
        })),
      },
    )
  }
}

async function withoutPicture(tx: Tx): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select f.evidence_id as "evidenceId", f.item, ('x' || left(md5(v.name), 6))::bit(24)::int % ${rooms} as room, sender.id as "accountId",
      i.inspected_by as "appointmentId"
    from venue_findings f
    join venue_inspections i on i.tenant_id = f.tenant_id and i.id = f.inspection_id
    join venues v on v.tenant_id = i.tenant_id and v.id = i.venue_id
    cross join lateral (
      select c.id from accounts c where c.tenant_id = f.tenant_id
      order by exists (select from appointments a where a.tenant_id = c.tenant_id and a.appointment_id = i.inspected_by and a.person_id = c.person_id) desc, c.id
      limit 1) sender
    where f.tenant_id = ${tx.tenantId} and f.evidence_id is not null and not exists (
      select from attachment_uses u where u.tenant_id = f.tenant_id and u.subject_kind = 'venue_finding' and u.subject_id = f.evidence_id)
    order by f.item, room, f.evidence_id`.execute(tx)
  return rows
}
