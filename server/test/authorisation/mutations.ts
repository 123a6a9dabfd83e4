/** One small lie in the code that decides access: the text to find in a file (once), and what stands there instead. */
export interface Mutation {
  name: string
  file: string
  find: string
  replace: string
}

const rules = 'server/modules/access/rules.ts'
const scope = 'server/modules/access/scope.ts'
const actor = 'server/modules/access/queries/actor.ts'
const main = 'server/main.ts'
const http = 'server/platform/http/server.ts'

/** Each must turn the matrix red; one that does not shows a blind spot of the table. */
export const mutations: Mutation[] = [
  {
    name: 'any permission will do',
    file: rules,
    find: 'grant.permission === permission && holdsOn',
    replace: 'holdsOn',
  },
  {
    name: 'a permission of the same module will do',
    file: rules,
    find: 'grant.permission === permission',
    replace: "grant.permission.split('.')[0] === permission.split('.')[0]",
  },
  {
    name: 'only grants that do not hold count',
    file: rules,
    find: '&& holdsOn(grant',
    replace: '&& !holdsOn(grant',
  },
  {
    name: 'everybody has every function',
    file: rules,
    find: 'return grantsOf(actor, permission).length > 0',
    replace: 'return true',
  },
  {
    name: 'whoever has any grant has every function',
    file: rules,
    find: 'return grantsOf(actor, permission).length > 0',
    replace: 'return actor.grants.length > 0',
  },
  { name: 'nobody has any function', file: rules, find: '.length > 0', replace: '.length > 9' },
  {
    name: 'one grant reaches everywhere',
    file: rules,
    find: '.some((grant) => grantReaches(grant, place))',
    replace: '.length > 0',
  },
  {
    name: 'every grant must reach',
    file: rules,
    find: '.some((grant) => grantReaches(grant, place))',
    replace: '.every((grant) => !grantReaches(grant, place))',
  },
  {
    name: 'a subtree is only its root',
    file: rules,
    find: 'place.ancestorIds.has(grant.organisationId)',
    replace: 'place.organisationId === grant.organisationId',
  },
  {
    name: 'a subtree is the whole tenant',
    file: rules,
    find: 'return place.ancestorIds.has(grant.organisationId)',
    replace: 'return true',
  },
  {
    name: 'a unit is its subtree',
    file: rules,
    find: 'return place.organisationId === grant.organisationId',
    replace: 'return place.ancestorIds.has(grant.organisationId)',
  },
  {
    name: 'a unit is everything',
    file: rules,
    find: 'return place.organisationId === grant.organisationId',
    replace: 'return true',
  },
  {
    name: 'a unit is nothing',
    file: rules,
    find: 'return place.organisationId === grant.organisationId',
    replace: 'return false',
  },
  {
    name: 'own data reach everybody',
    file: rules,
    find: 'return grant.startsOn <= day',
    replace: 'return grant.startsOn > day',
  },
  {
    name: 'every scope is the whole tenant',
    file: rules,
    find: "wholeTenant: grants.some((grant) => grant.reach === 'tenant')",
    replace: 'wholeTenant: true',
  },
  {
    name: 'having a subtree gives the tenant',
    file: rules,
    find: "wholeTenant: grants.some((grant) => grant.reach === 'tenant')",
    replace: "wholeTenant: grants.some((grant) => grant.reach === 'subtree')",
  },
  {
    name: 'lists forget subtrees',
    file: rules,
    find: "subtreeIds: idsOf('subtree')",
    replace: 'subtreeIds: []',
  },
  { name: 'lists forget units', file: rules, find: "unitIds: idsOf('unit')", replace: 'unitIds: []' },
  {
    name: 'lists treat units as subtrees',
    file: rules,
    find: "subtreeIds: idsOf('subtree')",
    replace: "subtreeIds: [...idsOf('subtree'), ...idsOf('unit')]",
  },
  { name: 'lists ignore scope', file: scope, find: 'if (scope.wholeTenant) return', replace: 'return' },
  {
    name: 'lists go up the tree instead of down',
    file: scope,
    find: 'scope_tree.descendant_id = ${column} and scope_tree.ancestor_id = any',
    replace: 'scope_tree.ancestor_id = ${column} and scope_tree.descendant_id = any',
  },
  {
    name: 'lists forget units in the clause',
    file: scope,
    find: '${column} = any(${scope.unitIds}::uuid[]) or',
    replace: 'false or',
  },
  {
    name: 'out of scope passes',
    file: scope,
    find: '|| !reaches(reach.actor, reach.permission, place)) notFound()',
    replace: ') notFound()',
  },
  {
    name: 'nothing is within scope',
    file: scope,
    find: 'place === null || !reaches(reach.actor, reach.permission, place)',
    replace: 'true',
  },
  {
    name: 'out of scope answers 403',
    file: scope,
    find: '!reaches(reach.actor, reach.permission, place)) notFound()',
    replace: '!reaches(reach.actor, reach.permission, place)) forbidden()',
  },
  {
    name: 'any appointment of the tenant is one’s own',
    file: actor,
    find: 'and a.person_id = ${personId} ',
    replace: 'and ${personId}::uuid is not null ',
  },
  {
    name: 'every post has every power',
    file: actor,
    find: 'where post = ${appointment.post} and',
    replace: 'where ${appointment.post}::text is not null and',
  },
  {
    name: 'the route’s permission is not asked',
    file: main,
    find: '&& !may(actor, permission)) forbidden()',
    replace: '&& false) forbidden()',
  },
  {
    name: 'nobody needs to sign in',
    file: http,
    find: 'if (actor !== null) parts.mustHave(actor, route)',
    replace: '',
  },
  {
    name: 'the place is looked up without the tree',
    file: scope,
    find: 'ancestorIds: new Set(rows.map((row) => row.ancestor_id))',
    replace: 'ancestorIds: new Set([organisationId])',
  },
]
