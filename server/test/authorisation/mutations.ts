/** One small lie in the code that decides access: the text to find in a file (once), and what stands there instead. */
export interface Mutation {
  name: string
  file: string
  find: string
  replace: string
  /** Whether it changes what is made, so that no world made without it will do. */
  showsInTheMaking?: true
  /** The operation at which alone it shows: tried first. */
  seenAt?: string
}

const rules = 'server/modules/access/rules.ts'
const scope = 'server/modules/access/scope.ts'
const actor = 'server/modules/access/queries/actor.ts'
const passed = 'server/modules/access/queries/appointment-grants.ts'
const delegation = 'server/modules/access/commands/end-delegation.ts'
const token = 'server/modules/access/authenticate-token.ts'
const directory = 'server/modules/access/token-store.ts'
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
    showsInTheMaking: true,
  },
  {
    name: 'every post has every power',
    file: passed,
    find: 'from post_grants where post = ${appointment.post}`',
    replace: 'from post_grants where ${appointment.post}::text is not null`',
  },
  {
    name: 'the route’s permission is not asked',
    file: main,
    find: 'else if (!may(actor, permission)) forbidden()',
    replace: 'else if (false) forbidden()',
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
  {
    name: 'a delegation reaches what its receiver’s unit reaches',
    file: passed,
    find: 'select passed.permission, d.reach, d.organisation_id,',
    replace: 'select passed.permission, d.reach, ${appointment.organisationId}::uuid,',
  },
  {
    name: 'what was passed on to anybody is everybody’s',
    file: passed,
    find: 'and d.receiver_id = ${appointment.id}',
    replace: 'and ${appointment.id}::uuid is not null',
  },
  {
    name: 'a delegation is never over',
    file: passed,
    find: 'least(d.ends_before, ended',
    replace: 'least(ended',
  },
  {
    name: 'powers taken back stay',
    file: passed,
    find: 'ended.ends_before, giver',
    replace: 'giver',
  },
  {
    name: 'a delegation outlives its giver’s appointment',
    file: passed,
    find: 'giver.ends_before, own',
    replace: 'own',
  },
  {
    name: 'a delegation counts for nothing',
    file: passed,
    find: 'where d.tenant_id = ${tx.tenantId} and d.receiver_id',
    replace: 'where false and d.receiver_id',
  },
  {
    name: 'the giver’s post need not have the power',
    file: passed,
    find: 'and own.permission = passed.permission',
    replace: "and own.permission = 'people.read'",
  },
  {
    name: 'a substitute outlives the original appointment',
    file: actor,
    find: 'and (held.ends_before is null or ${day}::date < held.ends_before)))',
    replace: '))',
    showsInTheMaking: true,
  },
  {
    name: 'nobody stands in for anybody',
    file: actor,
    find: '(a.substitutes_id is null or exists (',
    replace: '(a.substitutes_id is null or not exists (',
  },
  {
    name: 'a program may all that its appointment may',
    file: rules,
    find: "(grant) => grant.source !== 'person' && token.permissions.includes(grant.permission),",
    replace: "(grant) => grant.source !== 'person',",
  },
  {
    name: 'a program may what is its owner’s own',
    file: rules,
    find: "(grant) => grant.source !== 'person' && token.permissions.includes(grant.permission),",
    replace: "(grant) => token.permissions.includes(grant.permission) || grant.source === 'person',",
  },
  {
    name: 'a program may nothing',
    file: rules,
    find: 'token.permissions.includes(grant.permission),',
    replace: '!token.permissions.includes(grant.permission),',
  },
  {
    name: 'a program works on when its appointment has ended',
    file: token,
    find: 'actor === null || actor.appointment === null ? null',
    replace: 'actor === null ? null',
  },
  {
    name: 'a revoked token works on',
    file: directory,
    find: ".deleteFrom('token_directory')",
    replace: ".deleteFrom('token_directory').where('token_id', 'is', null)",
    showsInTheMaking: true,
  },
  {
    name: 'a program is a person where a session is enough',
    file: main,
    find: 'actor.tokenId !== null && !forPrograms',
    replace: 'actor.tokenId !== null && forPrograms',
  },
  {
    name: 'anybody takes a delegation back',
    file: delegation,
    find: "if (!isGiver && !may(actor, 'grants.manage')) notFound()",
    replace: '',
    seenAt: 'endDelegation',
  },
]
