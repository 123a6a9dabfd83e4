import { sql } from 'kysely'
import { appoint, endAppointment, lockAppointment } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { candidatesOf, type Candidate, type Election } from '../election.ts'
import { runningTermEnd } from '../preparation/electorate.ts'
import { postOf } from '../preparation/seats.ts'
import { electedIn, resultsOf } from './results.ts'
import { insertDelegates } from './store.ts'

/**
 * What a confirmed result changes, all from the day of the assembly (B13): of a new term the posts of those before end and the elected hold theirs; of a
 * by-election the elected serve the rest of the running term (B14); a carried recall ends the post (B15); delegates are such for the term (B21).
 * Whoever was only written in is appointed by hand, once it is clear who is meant.
 */
export async function settleResult(tx: Tx, actor: Actor, election: Election): Promise<void> {
  const elected = electedIn(await resultsOf(tx, election.id))
  const persons = (await candidatesOf(tx, election.id)).filter(({ id }) => elected.includes(id))
  if (election.kind === 'recall') return endRecalled(tx, actor, { election, persons })
  const endsBefore = await endOfTerm(tx, election)
  if (election.kind === 'delegates') return insertDelegates(tx, { election, persons, endsBefore })
  const post = postOf[election.kind]
  if (election.fills === 'term') await endOutgoing(tx, actor, { election, post })
  for (const { personId } of persons) {
    if (await holdsAlready(tx, { election, personId, post })) continue
    await appoint(tx, actor, {
      personId,
      post,
      organisationId: election.organisationId,
      fullTime: false,
      basis: 'election',
      documentNo: null,
      startsOn: election.meetingOn,
      endsBefore,
      substitutesId: null,
    })
  }
}

async function endRecalled(
  tx: Tx,
  actor: Actor,
  { election, persons }: { election: Election; persons: readonly Candidate[] },
): Promise<void> {
  if (persons.length === 0) return
  const appointment = await lockAppointment(tx, election.recalls!)
  if (appointment === null || !isHeldOn(appointment, election.meetingOn)) return
  const end = { endsBefore: election.meetingOn, reason: 'recalled', documentNo: null }
  await endAppointment(tx, actor, { appointment, end })
}

/** Ends every appointment to the post that began before the assembly and still runs: their term is over, re-elected or not. */
async function endOutgoing(
  tx: Tx,
  actor: Actor,
  { election, post }: { election: Election; post: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select appointment_id as id from appointments
    where tenant_id = ${tx.tenantId} and organisation_id = ${election.organisationId} and post = ${post} and superseded_at is null
      and starts_on < ${election.meetingOn}::date and (ends_before is null or ends_before > ${election.meetingOn}::date)
    order by appointment_id`.execute(tx)
  for (const { id } of rows) {
    const appointment = await lockAppointment(tx, id)
    if (appointment === null || !isHeldOn(appointment, election.meetingOn)) continue
    const end = { endsBefore: election.meetingOn, reason: 'term_over', documentNo: null }
    await endAppointment(tx, actor, { appointment, end })
  }
}

function isHeldOn({ endsBefore }: { endsBefore: string | null }, day: string): boolean {
  return endsBefore === null || endsBefore > day
}

async function endOfTerm(tx: Tx, { fills, organisationId, meetingOn, termYears }: Election): Promise<string> {
  if (fills === 'vacancy')
    return (await runningTermEnd(tx, organisationId, meetingOn)) ?? refuse('ballots.no_running_term')
  const { rows } = await sql<{ day: string }>`
    select (${meetingOn}::date + make_interval(years => ${termYears}))::date as day`.execute(tx)
  return rows[0]!.day
}

/** Somebody elected who holds the post on the day of the assembly already: in a by-election that appointment goes on. */
async function holdsAlready(
  tx: Tx,
  held: { election: Election; personId: string; post: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from appointments where tenant_id = ${tx.tenantId} and organisation_id = ${held.election.organisationId} and post = ${held.post}
      and person_id = ${held.personId} and superseded_at is null and starts_on <= ${held.election.meetingOn}::date
      and (ends_before is null or ends_before > ${held.election.meetingOn}::date) limit 1`.execute(tx)
  return rows.length > 0
}
