import type { Bulletin, BulletinContent } from '#contract/reports-bulletins.ts'
import { canReach } from '#server/modules/access/index.ts'
import { actsOf } from '#server/modules/approvals/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forEverybody } from '../for-everybody.ts'
import type { Renderer } from '../render.ts'
import { contentOf, findBulletin, rowOf, type BulletinHead } from './bulletins.ts'
import { isOwn } from './own-text.ts'
import { organisationNameOn } from './names.ts'

/** One bulletin. A draft is filled with the figures of its day, as they would go out; any other says what it was submitted with. */
export async function bulletinFile(
  tx: Tx,
  actor: Actor,
  input: { bulletinId: string; renderer: Renderer },
): Promise<Bulletin> {
  const head = await findBulletin(tx, actor, input.bulletinId)
  const isDraft = head.state === 'draft'
  const content = await contentNow(tx, actor, { head, renderer: input.renderer })
  return {
    ...rowOf(head, {
      organisationName: await organisationNameOn(tx, head.organisationId, actor.today),
      today: actor.today,
    }),
    version: head.version,
    chosenDay: head.chosenDay,
    textZh: head.textZh,
    textEn: head.textEn,
    content,
    fixedAt: isDraft ? null : (head.fixedAt?.toISOString() ?? null),
    publicPath: head.releasedAt === null ? null : `/public/${await codeOf(tx)}/bulletins/${head.publicId}`,
    sealId: head.sealId,
    withdrawal:
      head.withdrawnAt === null
        ? null
        : { reason: head.reason ?? '', withdrawnAt: head.withdrawnAt.toISOString() },
    acts: head.editionId === null ? [] : await actsOfEdition(tx, head.editionId),
    can: await canOf(tx, actor, head),
    requestId: head.state === 'in_review' ? head.editionId : null,
  }
}

/** What a bulletin says now: its figures of the day while it is a draft, the values it was submitted with afterwards. */
export async function contentNow(
  tx: Tx,
  actor: Actor,
  { head, renderer }: { head: BulletinHead; renderer: Renderer },
): Promise<BulletinContent> {
  if (head.state !== 'draft') return contentOf(tx, head.editionId!)
  return forEverybody(tx, await renderer.render(tx, actor, { ...head, asOf: head.asOf ?? actor.today }))
}

async function actsOfEdition(tx: Tx, editionId: string): Promise<Bulletin['acts']> {
  const acts = await actsOf(tx, editionId)
  return acts.map(({ act, personName, reason, actedAt }) => ({ act, personName, reason, actedAt }))
}

async function canOf(tx: Tx, actor: Actor, head: BulletinHead): Promise<Bulletin['can']> {
  const writes = await canReach(tx, { actor, permission: 'bulletins.write' }, head.organisationId)
  const releases = await canReach(tx, { actor, permission: 'bulletins.release' }, head.organisationId)
  const isDraft = head.state === 'draft'
  return {
    edit: writes && isDraft,
    submit: writes && isDraft,
    review: releases && head.state === 'in_review' && !(await isOwn(tx, actor, head.editionId!)),
    withdraw: releases && head.state === 'released',
  }
}

async function codeOf(tx: Tx): Promise<string> {
  const { code } = await tx
    .selectFrom('tenants')
    .select('code')
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return code
}
