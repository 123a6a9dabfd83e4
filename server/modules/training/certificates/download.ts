import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { certificateInScope, ownCertificate, type PrintedCertificate } from './certificates.ts'

type Input = { certificateId: string }

/** A certificate of a plan within scope, as .docx. */
export async function downloadTrainingCertificate(
  tx: Tx,
  actor: Actor,
  { certificateId }: Input,
  platform: Platform,
): Promise<Download> {
  return asDocument(platform, await certificateInScope(tx, actor, certificateId))
}

/** One's own certificate, as .docx. */
export async function downloadOwnTrainingCertificate(
  tx: Tx,
  actor: Actor,
  { certificateId }: Input,
  platform: Platform,
): Promise<Download> {
  return asDocument(platform, await ownCertificate(tx, actor, certificateId))
}

async function asDocument({ outside }: Platform, certificate: PrintedCertificate): Promise<Download> {
  const { federationCode, code, number } = certificate
  const proof = `${(outside.publicUrl ?? '').replace(/\/$/, '')}/public/${federationCode}/training-certificates/${code}`
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeCertificate } = await import('./document.ts')
  return {
    fileName: `培训证书 ${number}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeCertificate(certificate, proof),
  }
}
