import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nullable, operation } from './operation.ts'
import { DocumentNo, NamedOrganisation } from './organisation-shapes.ts'

export const pilotGrades = ['junior', 'intermediate', 'senior'] as const
export const PilotGrade = Type.Enum([...pilotGrades])
export type PilotGrade = (typeof pilotGrades)[number]

/** What a grade asks for and how far somebody is: induction (a day), class hours since the last step, full years in the post, closed assessments. */
export const PilotRequirement = Type.Object({
  code: Type.Enum(['induction', 'training', 'years', 'assessment']),
  need: Type.String(),
  have: Type.String(),
  met: Type.Boolean(),
})
export type PilotRequirement = Static<typeof PilotRequirement>

/** A full-time commissioner in the professional pilot. */
export const PilotRow = Type.Object({
  appointmentId: Id,
  name: Type.String(),
  organisation: NamedOrganisation,
  grade: Nullable(PilotGrade),
  grantedOn: Nullable(DateOnly),
  documentNo: Nullable(Type.String()),
  next: Nullable(
    Type.Object({
      grade: PilotGrade,
      requirements: Type.Array(PilotRequirement),
      ready: Type.Boolean(),
    }),
  ),
})
export type PilotRow = Static<typeof PilotRow>

/** The professional pilot: grades with requirements, and steps up with proof. */
export const operations = {
  listPilot: operation({
    method: 'GET',
    path: '/commissioners/pilot',
    summary: 'Full-time commissioners within reach, their grade, and what the next one asks for',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(Type.Enum(['ready', 'not_yet'])),
    }),
    output: Type.Object({ items: Type.Array(PilotRow), source: Type.String(), total: Type.Integer() }),
  }),
  takePilotStep: operation({
    method: 'POST',
    path: '/commissioners/pilot/steps',
    summary: 'Somebody who meets every requirement steps up to the next grade; the proof is kept',
    body: Type.Object({ appointmentId: Id, documentNo: DocumentNo }),
    output: Type.Object({ grade: PilotGrade }),
    status: 201,
  }),
}
