import { sql } from 'kysely'
import type { BoardCopy, BoardLine } from '#contract/phone-votes.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { destructionOf } from '../../keeping/store.ts'
import { publicVote } from '../../tokens/queries/votes.ts'
import { boardOf, checkUrn, type UrnFault } from '../../urn/index.ts'

type One = { voteId: string }

/** A copy of the board to keep outside. Its digest goes into the audit log, and with that into the next anchor. */
export async function copyBoard(platform: Platform, actor: Actor, { voteId }: One): Promise<BoardCopy> {
  await inTenant(platform, actor.tenantId, (tx) => reachable(tx, actor, voteId))
  const board = found(await boardOf(platform, voteId))
  return inTenant(platform, actor.tenantId, async (tx) => {
    const vote = await reachable(tx, actor, voteId)
    const { rows } = await sql<{ now: string }>`
      select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now`.execute(tx)
    await audit(tx, actor, 'phone_votes.board_copied', {
      kind: 'phone_vote',
      id: voteId,
      organisationId: vote.organisationId,
      params: { digest: board.digest, lines: board.lines.length },
    })
    return { voteId, madeAt: rows[0]!.now, issued: vote.issued, digest: board.digest, lines: board.lines }
  })
}

/** Checks the urn against a copy of its board and by the token key; what was found goes into the audit log as a number. */
export async function checkUrnByCopy(
  platform: Platform,
  actor: Actor,
  input: One & { lines: BoardLine[] },
): Promise<{ faults: UrnFault[] }> {
  const known = await inTenant(platform, actor.tenantId, async (tx) => ({
    lines: input.lines,
    issued: (await reachable(tx, actor, input.voteId)).issued,
    isDestroyed: (await destructionOf(tx, input.voteId)) !== undefined,
  }))
  found(await boardOf(platform, input.voteId))
  const faults = await checkUrn(platform, input.voteId, known)
  await inTenant(platform, actor.tenantId, async (tx) => {
    const { organisationId } = await reachable(tx, actor, input.voteId)
    const params = { faults: faults.length, lines: input.lines.length }
    await audit(tx, actor, 'phone_votes.urn_checked', {
      kind: 'phone_vote',
      id: input.voteId,
      organisationId,
      params,
    })
  })
  return { faults }
}

async function reachable(tx: Tx, actor: Actor, voteId: string) {
  const vote = found(await publicVote(tx, voteId))
  await mustReach(tx, { actor, permission: 'phone_votes.read' }, vote.organisationId)
  return vote
}
