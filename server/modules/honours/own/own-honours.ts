import { sql } from 'kysely'
import type { Honour } from '#contract/honours.ts'
import { inScope } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { honourRows } from '../queries/honour-rows.ts'

/** The honours one holds or held, the latest first. */
export async function listOwnHonours(tx: Tx, actor: Actor): Promise<{ items: Honour[] }> {
  return { items: await ownHonours(tx, actor) }
}

/** One's own certificate as .docx; another's is "not there". */
export async function downloadOwnHonourCertificate(
  tx: Tx,
  actor: Actor,
  input: { honourId: string },
  platform: Platform,
): Promise<Download> {
  const own = await ownHonours(tx, actor)
  return certificateOf(tx, platform, found(own.find(({ id }) => id === input.honourId)))
}

/** The certificate of an honour within scope as .docx. */
export async function downloadHonourCertificate(
  tx: Tx,
  actor: Actor,
  input: { honourId: string },
  platform: Platform,
): Promise<Download> {
  const scope = inScope(tx, { actor, permission: 'honours.read' }, sql.ref('h.organisation_id'))
  const { rows } = await sql<Honour>`${honourRows(tx, sql`h.id = ${input.honourId} and ${scope}`)}`.execute(
    tx,
  )
  return certificateOf(tx, platform, found(rows[0]))
}

async function ownHonours(tx: Tx, actor: Actor): Promise<Honour[]> {
  const records = await personRecords(tx, actor.personId)
  if (records === null) return []
  const { rows } = await sql<Honour>`
    ${honourRows(tx, sql`h.holder_person_id = any(${records.recordIds}::uuid[])`)} order by h.granted_on desc, h.id limit 200`.execute(
    tx,
  )
  return rows
}

async function certificateOf(tx: Tx, { outside }: Platform, honour: Honour): Promise<Download> {
  if (honour.state === 'revoked') refuse('honours.revoked_already')
  const { rows } = await sql<{ code: string }>`select code from tenants where id = ${tx.tenantId}`.execute(tx)
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeCertificateDocument } = await import('#server/platform/certificate-document.ts')
  return {
    fileName: `荣誉证书 ${honour.documentNo}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeCertificateDocument({
      heading: '荣誉证书',
      to: honour.holderIsPerson ? `${honour.holderName} 同志` : honour.holderName,
      body: `${honour.deed}，成绩突出，经${honour.organisationName}研究决定，授予“${honour.titleZh}”称号（${honour.documentNo}）。特发此证，以资鼓励。`,
      issuer: honour.organisationName,
      day: honour.grantedOn,
      foot: `查验编码：${honour.code}`,
      proof: `${(outside.publicUrl ?? '').replace(/\/$/, '')}/public/${rows[0]!.code}/honour-certificates/${honour.code}`,
    }),
  }
}
