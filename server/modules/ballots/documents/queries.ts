import { sql } from 'kysely'
import type { BallotDocumentKind } from '#contract/ballot-documents.ts'
import type { Paper } from '#contract/paper.ts'
import { noticeOf } from '#server/modules/public-notices/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { candidatesOf, findElection, type Election } from '../election.ts'
import { roundsOf } from '../paper/rounds.ts'
import { countingOf } from '../preparation/rules-of-election.ts'
import { getBallotResult } from '../result/queries/ballot-result.ts'
import { inStrokeOrder } from '../strokes/stroke-order.ts'
import { replyDocument } from './approval-reply.ts'
import { paperDocument } from './ballot-paper.ts'
import { noticeDocument } from './notice.ts'
import { reportDocument } from './result-report.ts'
import { rollDocument } from './roll.ts'

interface Asked {
  ballotId: string
  document: BallotDocumentKind
}

/** A paper of an election within scope; refused while what it would say does not stand yet. */
export async function getBallotDocument(tx: Tx, actor: Actor, asked: Asked): Promise<Paper> {
  const election = await findElection(tx, actor, asked.ballotId)
  switch (asked.document) {
    case 'notice':
      return noticePaper(tx, election)
    case 'paper':
      return ballotPaper(tx, election)
    case 'roll':
      return rollPaper(tx, election)
    case 'report': {
      const result = await getBallotResult(tx, actor, asked)
      return result.rounds.length === 0 ? notYet() : reportDocument(election, result)
    }
    case 'reply': {
      const { elected } = await getBallotResult(tx, actor, asked)
      return replyPaper(tx, election, elected)
    }
  }
}

/** The same as .docx, named after the election. */
export async function downloadBallotDocument(tx: Tx, actor: Actor, asked: Asked): Promise<Download> {
  const { title, organisationName } = await findElection(tx, actor, asked.ballotId)
  const document = await getBallotDocument(tx, actor, asked)
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeWord } = await import('#server/platform/paper-word.ts')
  return {
    fileName: `${title}－${asked.document === 'reply' ? '批复' : document.title}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(document, organisationName),
  }
}

function notYet(): never {
  refuse('ballots.document_not_yet')
}

async function noticePaper(tx: Tx, election: Election): Promise<Paper> {
  const notice = await noticeOf(tx, { kind: 'candidates', subjectId: election.id })
  if (notice === null) notYet()
  return noticeDocument(election, { notice, names: (await standingIn(tx, election)).map(({ name }) => name) })
}

/** The paper of the vote that runs or ran last; before the first it is printed from the candidates under notice. */
async function ballotPaper(tx: Tx, election: Election): Promise<Paper> {
  const round = (await roundsOf(tx, election.id)).at(-1)
  const standing = await standingIn(tx, election)
  if (round === undefined) {
    if (election.state !== 'published') notYet()
    return paperDocument(election, {
      vote: { kind: 'first', stage: election.form === 'two_rounds' ? 'pre' : 'final' },
      counting: countingOf(election.rules, election.seats),
      names: standing.map(({ name }) => name),
    })
  }
  const names = round.candidateIds.map((id) => standing.find((each) => each.id === id)!.name)
  return paperDocument(election, { vote: round, counting: round.counting, names })
}

async function standingIn(tx: Tx, election: Election): Promise<{ id: string; name: string }[]> {
  const standing = (await candidatesOf(tx, election.id)).filter(({ blockedBy }) => blockedBy.length === 0)
  return inStrokeOrder(standing, ({ name }) => name)
}

async function rollPaper(tx: Tx, election: Election): Promise<Paper> {
  const { rows } = await sql<{ version: number; asOf: string; hash: string; names: string[] }>`
    select r.version, r.as_of as "asOf", r.hash, array_agg(e.name order by e.entry_no) as names from election_rolls r
    join election_roll_entries e on e.tenant_id = r.tenant_id and e.election_id = r.election_id and e.version = r.version
    where r.tenant_id = ${tx.tenantId} and r.election_id = ${election.id} and r.version = ${election.rollVersion}
    group by r.version, r.as_of, r.hash`.execute(tx)
  return rows[0] === undefined ? notYet() : rollDocument(election, rows[0])
}

/** The latest reply: to the result once it is confirmed, before that to the request. */
async function replyPaper(tx: Tx, election: Election, elected: readonly string[]): Promise<Paper> {
  const { rows } = await sql<{ step: string; on: string; by: string | null }>`
    select s.step, (s.taken_at at time zone 'Asia/Shanghai')::date as "on",
      (select p.name from organisation_profiles p where p.tenant_id = s.tenant_id and p.superseded_at is null and p.organisation_id = coalesce(
        (select c.organisation_id from appointments c where c.tenant_id = s.tenant_id and c.appointment_id = s.taken_by and c.superseded_at is null),
        (select a.parent_id from affiliations a where a.tenant_id = s.tenant_id and a.child_id = ${election.organisationId} and a.kind = 'leads'
          and a.superseded_at is null order by a.starts_on desc limit 1)) order by p.starts_on desc limit 1) as by
    from election_steps s where s.tenant_id = ${tx.tenantId} and s.election_id = ${election.id} and s.step in ('approved', 'confirmed')
    order by s.step desc limit 1`.execute(tx)
  const reply = rows[0]
  if (reply === undefined) notYet()
  return replyDocument(election, {
    by: reply.by ?? '',
    on: reply.on,
    elected: reply.step === 'confirmed' ? elected : null,
  })
}
