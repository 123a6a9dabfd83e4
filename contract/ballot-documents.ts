import { Type, type Static } from 'typebox'
import { Id, Nothing, operation } from './operation.ts'

/** The papers of an election: notice of the candidates, ballot paper, roll with its hash, result report 选举结果报告单, reply of the higher union 批复. */
export const ballotDocumentKinds = ['notice', 'paper', 'roll', 'report', 'reply'] as const
export const BallotDocumentKind = Type.Enum([...ballotDocumentKinds])
export type BallotDocumentKind = (typeof ballotDocumentKinds)[number]

/** One block of a paper, in the order of the paper: a paragraph, or a table whose head is empty where it has none. */
export const DocumentBlock = Type.Object({
  is: Type.Enum(['text', 'table']),
  text: Type.String(),
  place: Type.Enum(['body', 'centre', 'end']),
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
})
export type DocumentBlock = Static<typeof DocumentBlock>

/** A paper as it is printed, and written as .docx: official papers are in Chinese. */
export const BallotDocument = Type.Object({ title: Type.String(), blocks: Type.Array(DocumentBlock) })
export type BallotDocument = Static<typeof BallotDocument>

const params = Type.Object({ ballotId: Id, document: BallotDocumentKind })

/** Papers of an election, to print and as .docx. */
export const operations = {
  getBallotDocument: operation({
    method: 'GET',
    path: '/ballots/:ballotId/documents/:document',
    summary: 'A paper of an election, to print: notice, ballot paper, roll, result report, reply',
    params,
    output: BallotDocument,
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
