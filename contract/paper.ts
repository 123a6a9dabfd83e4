import { Type, type Static } from 'typebox'

/** One block of a paper, in the order of the paper: a paragraph, or a table whose head is empty where it has none. */
export const PaperBlock = Type.Object({
  is: Type.Enum(['text', 'table']),
  text: Type.String(),
  place: Type.Enum(['body', 'centre', 'end']),
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
})
export type PaperBlock = Static<typeof PaperBlock>

/** A paper as it is printed, and written as .docx: official papers are in Chinese. */
export const Paper = Type.Object({ title: Type.String(), blocks: Type.Array(PaperBlock) })
export type Paper = Static<typeof Paper>
