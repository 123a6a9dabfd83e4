import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { DocumentNo, NamedOrganisation } from './organisation-shapes.ts'

/** What somebody of the pool is good at. */
export const talentSkills = [
  'party_affairs',
  'union_work',
  'law',
  'mediation',
  'writing',
  'events',
  'finance',
  'psychology',
] as const
export const TalentSkill = Type.Enum([...talentSkills])
export type TalentSkill = (typeof talentSkills)[number]

const entry = {
  skills: Type.Array(TalentSkill, { minItems: 1, maxItems: 8, uniqueItems: true }),
  trainedHours: Type.Integer({ minimum: 0, maximum: 5000 }),
  training: Nullable(Type.String({ maxLength: 200 })),
  availableFrom: DateOnly,
  fullTime: Type.Boolean({ description: 'wants to do nothing else' }),
  wishedStreetIds: Type.Array(Id, { maxItems: 30, uniqueItems: true }),
  wishes: Nullable(Type.String({ maxLength: 200 })),
}

/** An entry of the shared talent pool 人才库. */
export const Talent = Type.Object({
  id: Id,
  name: Type.String(),
  recommendedBy: NamedOrganisation,
  ...entry,
  enteredOn: DateOnly,
  postsHeld: Type.Integer(),
  shared: Type.Boolean({ description: 'the person lets the other streets see the entry' }),
  can: Type.Object({ change: Type.Boolean() }),
})
export type Talent = Static<typeof Talent>

/** Why somebody fits a vacancy, or what speaks against it. */
export const MatchReason = Type.Object({
  code: Type.Enum([
    'same_street',
    'wished_street',
    'available_now',
    'available_later',
    'skill',
    'trained',
    'not_trained',
    'free',
    'posts_held',
    'posts_full',
  ]),
  points: Type.Integer(),
  value: Nullable(Type.String()),
})
export type MatchReason = Static<typeof MatchReason>

const oneTalent = Type.Object({ talentId: Id })

/** The pool: who could become a commissioner, and who fits where. */
export const operations = {
  listTalents: operation({
    method: 'GET',
    path: '/commissioners/talents',
    summary:
      'The pool as one may see it: what is recommended within reach, and what its people share with all',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 60, description: 'part of the name' })),
      skill: Type.Optional(TalentSkill),
      fullTime: Type.Optional(Type.Boolean()),
      ...PageQuery,
    }),
    output: PageOf(Talent),
  }),
  addTalent: operation({
    method: 'POST',
    path: '/commissioners/talents',
    summary: 'An organisation recommends a person for the pool',
    body: Type.Object({ personId: Id, organisationId: Id, ...entry }),
    output: Type.Object({ talentId: Id }),
    status: 201,
  }),
  changeTalent: operation({
    method: 'PUT',
    path: '/commissioners/talents/:talentId',
    summary: 'Put an entry of the pool right',
    params: oneTalent,
    body: Type.Object(entry),
    output: Nothing,
  }),
  endTalent: operation({
    method: 'POST',
    path: '/commissioners/talents/:talentId/ending',
    summary: 'Somebody leaves the pool',
    params: oneTalent,
    body: Type.Object({ reason: Type.Enum(['placed', 'own_wish', 'unfit', 'mistake']) }),
    output: Nothing,
  }),
  recordTalentSharing: operation({
    method: 'POST',
    path: '/commissioners/talents/:talentId/sharing',
    summary: 'The person agreed on paper that the other streets see the entry, or took it back',
    params: oneTalent,
    body: Type.Object({ agreed: Type.Boolean(), documentNo: Type.Optional(DocumentNo) }),
    output: Nothing,
  }),
  listVacancyMatches: operation({
    method: 'GET',
    path: '/commissioners/organisations/:organisationId/matches',
    summary: 'Who of the pool fits an organisation, the best first, with reasons',
    params: Type.Object({ organisationId: Id }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({ talent: Talent, points: Type.Integer(), reasons: Type.Array(MatchReason) }),
      ),
    }),
  }),
  getOwnTalent: operation({
    method: 'GET',
    path: '/me/talent',
    summary: 'One’s own entry in the pool, where there is one',
    output: Type.Object({
      talent: Nullable(
        Type.Object({ recommendedBy: Type.String(), ...entry, enteredOn: DateOnly, shared: Type.Boolean() }),
      ),
    }),
  }),
  setOwnTalentSharing: operation({
    method: 'PUT',
    path: '/me/talent/sharing',
    summary: 'Let the other streets see one’s own entry, or no longer',
    body: Type.Object({ agreed: Type.Boolean() }),
    output: Nothing,
  }),
}
