import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Near relatives, as article 1045 of the Civil Code names them; what the other is to the person. */
export const relations = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'] as const
export const Relation = oneOf(relations)
export type Relation = Static<typeof Relation>

/** A relative as it was declared; `name` is of the other one. */
export const DeclaredRelative = Type.Object({
  id: Id,
  relativeId: Id,
  name: Type.String(),
  relation: Relation,
  declaredAt: Instant,
})
export type DeclaredRelative = Static<typeof DeclaredRelative>

const onePerson = Type.Object({ personId: Id })

/** Near relatives: kept so that nobody decides about one of them. */
export const operations = {
  listDeclaredRelatives: operation({
    method: 'GET',
    path: '/members/:personId/relatives',
    summary: 'Near relatives of a person among those on record, as declared',
    params: onePerson,
    output: Type.Object({ items: Type.Array(DeclaredRelative) }),
  }),
  declareRelative: operation({
    method: 'POST',
    path: '/members/:personId/relatives',
    summary: 'Record that a person declared a near relative',
    params: onePerson,
    body: Type.Object({ relativeId: Id, relation: Relation }),
    output: Type.Object({ declarationId: Id }),
    status: 201,
  }),
  endDeclaredRelative: operation({
    method: 'POST',
    path: '/members/:personId/relatives/:declarationId/ending',
    summary: 'Take a declaration back that was a mistake or no longer holds',
    params: Type.Object({ personId: Id, declarationId: Id }),
    output: Nothing,
  }),
}
