import type { ReportTemplate } from '#contract/reports-templates.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { forbidden, found, refuse } from '#server/platform/errors.ts'
import type { Upload } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { WorkbookRefusal } from '#server/platform/workbook/index.ts'
import { findTemplate, insertTemplate } from './store.ts'
import { surveyOf } from './survey.ts'

const mostBytes = 4 * 1024 * 1024

/** Keeps a superior's workbook as a template of one's organisation. A file that is no sound .xlsx, or too large for a form, is refused as a whole. */
export async function receiveTemplate(
  _platform: Platform,
  actor: Actor,
  upload: Upload,
): Promise<ReportTemplate> {
  const { appointment } = actor
  if (appointment === null) forbidden()
  const workbook = await bytesOf(upload)
  const sheets = await surveyOf(workbook).catch((error: unknown) => {
    if (error instanceof WorkbookRefusal) refuse('reports.template_unreadable')
    throw error
  })
  return upload.inTransaction(async (tx) => {
    const { organisationId } = appointment
    await mustReach(tx, { actor, permission: 'reports.seal' }, organisationId)
    const id = await insertTemplate(tx, {
      organisationId,
      name: upload.fields['name']!.trim(),
      fileName: upload.fileName,
      workbook,
      sheets,
      uploadedBy: appointment.id,
    })
    await audit(tx, actor, 'reports.template_kept', { kind: 'report_template', id, organisationId })
    return found(await findTemplate(tx, id))
  })
}

async function bytesOf(upload: Upload): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of upload.stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= mostBytes) pieces.push(piece)
  }
  if (size > mostBytes) refuse('reports.template_too_large')
  return Buffer.concat(pieces)
}
