import { Type } from 'typebox'
import { Id, Nothing, operation } from './operation.ts'
import { Paper } from './paper.ts'

/** The papers of an election: notice of the candidates, ballot paper, roll with its hash, result report 选举结果报告单, reply of the higher union 批复. */
export const ballotDocumentKinds = ['notice', 'paper', 'roll', 'report', 'reply'] as const
export const BallotDocumentKind = Type.Enum([...ballotDocumentKinds])
export type BallotDocumentKind = (typeof ballotDocumentKinds)[number]

const params = Type.Object({ ballotId: Id, document: BallotDocumentKind })

/** Papers of an election, to print and as .docx. */
export const operations = {
  getBallotDocument: operation({
    method: 'GET',
    path: '/ballots/:ballotId/documents/:document',
    summary: 'A paper of an election, to print: notice, ballot paper, roll, result report, reply',
    params,
    output: Paper,
  }),
  downloadBallotDocument: operation({
    method: 'GET',
    path: '/ballots/:ballotId/documents/:document/file',
    summary: 'The same paper as .docx',
    params,
    output: Nothing,
    file: 'download',
  }),
} as const
