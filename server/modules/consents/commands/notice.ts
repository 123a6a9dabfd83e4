import type { Notice, NoticeText } from '#contract/consents.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden } from '#server/platform/errors.ts'
import { noticeInForce } from '../queries/notice.ts'
import { insertAcknowledgement, insertNotice } from '../store.ts'

/** Notes that one has read the notice in force. Another version since then: a conflict, so that nobody acknowledges what was not shown. */
export async function acknowledgeNotice(
  tx: Tx,
  actor: Actor,
  input: { version: number },
): Promise<Record<string, never>> {
  const notice = await noticeInForce(tx)
  if (notice.version !== input.version) conflict('consents.notice_changed')
  await insertAcknowledgement(tx, actor.personId, notice.version)
  await audit(tx, actor, 'consents.notice_read', {
    kind: 'person',
    id: actor.personId,
    organisationId: null,
    params: { version: notice.version },
  })
  return {}
}

/** Publishes a new version of the notice: everybody is shown it once more. Somebody else was faster: a conflict. */
export async function publishNotice(
  tx: Tx,
  actor: Actor,
  input: { basedOn: number; zh: NoticeText; en: NoticeText },
): Promise<Notice> {
  if (actor.appointment === null) forbidden()
  const current = await noticeInForce(tx)
  if (current.version !== input.basedOn) conflict('consents.notice_changed')
  const version = current.version + 1
  await insertNotice(tx, { version, zh: input.zh, en: input.en, publishedBy: actor.appointment.id })
  await audit(tx, actor, 'consents.notice_published', {
    kind: 'privacy_notice',
    id: null,
    organisationId: actor.appointment.organisationId,
    params: { version },
  })
  return noticeInForce(tx)
}
