import { randomUUID } from 'node:crypto'
import type { operations, PersonAbout } from '#contract/matchmaking-safety.ts'
import type { InputOf } from '#contract/operation.ts'
import { attach } from '#server/modules/attachments/index.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, dayOf } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound, refuse } from '#server/platform/errors.ts'
import { keyOf, selfOf } from '../../entry/self.ts'
import { lockPerson } from '../../entry/store.ts'
import { openLabel } from '../labels.ts'
import { otherSide, type OtherSide } from '../queries/other-side.ts'
import { sealWords } from '../seals.ts'
import { blocksOf, insertReport } from '../store.ts'

type Input = InputOf<(typeof operations)['reportPerson']>

/**
 * Reports somebody one has met or blocked, until the days of the rule after that are over; it lies with the host of the event or with whoever
 * introduced the two, and has a day by which it is decided. The other side never learns who reported, nor that somebody did.
 */
export async function reportPerson(tx: Tx, actor: Actor, input: Input): Promise<{ dueOn: string }> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const { other, since } = await reported(tx, personId, input.about)
  const rules = await rulesToday(tx, ['matchmaking.report_days', 'matchmaking.safety_days'])
  const lastDay = addDays(dayOf(since), rules['matchmaking.report_days'].value)
  if (actor.today > lastDay)
    refuse('matchmaking.report_too_late', { days: rules['matchmaking.report_days'].value })
  const id = randomUUID()
  const dueOn = addDays(actor.today, rules['matchmaking.safety_days'].value)
  const taskId = await createTask(tx, null, {
    kind: 'matchmaking.report_to_decide',
    organisationId: other.organisationId,
    permission: 'matchmaking.safety',
    subjectId: id,
    params: {},
    dueOn,
  })
  await insertReport(tx, {
    id,
    reporterId: personId,
    reportedId: other.personId,
    organisationId: other.organisationId,
    occasion: other.occasion,
    kind: input.kind,
    sealedText: sealWords(tx, input.text.trim()),
    dueOn,
    taskId,
  })
  await attach(tx, actor, { attachmentIds: input.evidenceIds ?? [], subject: { kind: 'person_report', id } })
  await audit(tx, actor, 'matchmaking.reported', {
    kind: 'person_report',
    id,
    organisationId: other.organisationId,
    params: { kind: input.kind },
  })
  return { dueOn }
}

/** Who is meant, and since when the days run: from the last meeting, or from the block where that came later. */
async function reported(
  tx: Tx,
  personId: string,
  about: Input['about'],
): Promise<{ other: OtherSide; since: Date }> {
  const blocks = await blocksOf(tx, personId)
  if ('blockId' in about) {
    const block = found(blocks.find((each) => each.id === about.blockId))
    const label = openLabel(await keyOf(tx, personId), block.labelCipher)
    const other = await otherSide(tx, personId, label?.about ?? notFound())
    return { other, since: block.blockedAt }
  }
  const other = await otherSide(tx, personId, about as PersonAbout)
  const block = blocks.find((each) => each.blockedPersonId === other.personId)
  const since = block !== undefined && block.blockedAt > other.lastMetAt ? block.blockedAt : other.lastMetAt
  return { other, since }
}
