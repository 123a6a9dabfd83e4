/**
 * The policy in words, written by hand and apart from the code it judges: which function an operation is, and who has that function how far.
 * The matrix test turns every cell into requests. An operation that is not here fails the build.
 */

import type { OfficeFunction } from './office-functions.ts'

/** Who asks. Each works from one place in the tree of the test world. */
export type Role =
  | 'city officer'
  | 'district officer'
  | 'street officer'
  | 'union chair'
  | 'union officer'
  | 'auditor'
  | 'finance clerk'
  | 'matchmaker'
  | 'judge'
  | 'scrutineer'
  | 'system administrator'
  | 'security administrator'
  | 'audit administrator'
  | 'worker'
  | 'ex-member'
  | 'officer whose appointment ended'
  | 'officer of another tenant'
  | 'nobody'

/** Who asks without the post that others hold: through a delegation, a substitution or a token, or after the end of one of these. */
export type StandIn =
  | 'city officer whose appointment ended'
  | 'chair whose appointment ended'
  | 'security administrator whose appointment ended'
  | 'judge with powers of the street passed on'
  | 'judge whose delegation is over'
  | 'judge whose giver’s appointment ended'
  | 'judge whose delegation was taken back'
  | 'acting chair'
  | 'acting chair of a chair who left'
  | 'acting chair after the absence'
  | 'program of the chair'
  | 'program whose token was revoked'
  | 'program whose owner’s appointment ended'

/** Everybody who asks in the test world. */
export type Asker = Role | StandIn

/** How far a function goes for a role. */
export type Reach =
  'everything below' | 'own unit' | 'whole tenant' | 'only what is their own' | 'no' | 'must sign in'

const officers = {
  'city officer': 'everything below',
  'district officer': 'everything below',
  'street officer': 'everything below',
  'officer of another tenant': 'everything below',
} as const

const nobodyElse = {
  'union chair': 'no',
  'union officer': 'no',
  auditor: 'no',
  'finance clerk': 'no',
  matchmaker: 'no',
  judge: 'no',
  scrutineer: 'no',
  'system administrator': 'no',
  'security administrator': 'no',
  'audit administrator': 'no',
  worker: 'no',
  'ex-member': 'no',
  'officer whose appointment ended': 'no',
  nobody: 'must sign in',
} as const

const noOfficers = {
  'city officer': 'no',
  'district officer': 'no',
  'street officer': 'no',
  'officer of another tenant': 'no',
} as const

const { 'street officer': _street, ...noHigherOfficers } = noOfficers

const chairToo = { ...nobodyElse, ...officers, 'union chair': 'everything below' } as const
const unionToo = { ...chairToo, 'union officer': 'own unit' } as const
const onlyFor = (role: Role): Record<Role, Reach> => ({
  ...nobodyElse,
  ...noOfficers,
  [role]: 'whole tenant',
})
const everybody = (reach: Reach): Record<Role, Reach> => ({
  ...(Object.fromEntries(
    [...Object.keys(nobodyElse), ...Object.keys(officers)].map((role) => [role, reach]),
  ) as Record<Role, Reach>),
  nobody: 'must sign in',
})

const appointers = { ...nobodyElse, ...officers, 'security administrator': 'whole tenant' } as const

/** Who has each function, and how far, by the post they hold. */
const byPost: Record<OfficeFunction, Record<Role, Reach>> = {
  'sign in and out': { ...everybody('only what is their own'), nobody: 'only what is their own' },
  'know who one is': everybody('only what is their own'),
  'keep one’s own sign-in': everybody('only what is their own'),
  'manage accounts': onlyFor('security administrator'),
  'follow one’s own jobs': everybody('only what is their own'),
  'see one’s own file': everybody('only what is their own'),
  'send in files': everybody('only what is their own'),
  'ask for what is one’s own': everybody('only what is their own'),
  'find a union by name': everybody('only what is their own'),
  'mend one’s own data': everybody('only what is their own'),
  'decide on requests': unionToo,
  'answer complaints': { ...nobodyElse, ...officers },
  'look after privacy': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'see events': unionToo,
  'draft events': unionToo,
  'publish events': { ...nobodyElse, ...officers },
  'run events': { ...unionToo, matchmaker: 'everything below' },
  'attest for one’s unit': {
    ...nobodyElse,
    ...noOfficers,
    'union chair': 'own unit',
    'union officer': 'own unit',
  },
  'work at the matchmakers’ desk': { ...nobodyElse, ...noOfficers, matchmaker: 'everything below' },
  'key in paper choices': { ...nobodyElse, ...officers, matchmaker: 'everything below' },
  'look after matchmaking': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'see elections': { ...unionToo, scrutineer: 'own unit' },
  'run elections': { ...unionToo, ...noHigherOfficers },
  'count papers': { ...unionToo, ...noHigherOfficers, scrutineer: 'own unit' },
  'write bulletins': { ...nobodyElse, ...officers },
  'release bulletins': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'look after assessments': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'score assessments': unionToo,
  'review assessments': { ...nobodyElse, ...officers },
  'approve assessments': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'look after training': { ...nobodyElse, ...officers },
  'see funds': {
    ...nobodyElse,
    ...officers,
    auditor: 'everything below',
    'finance clerk': 'everything below',
  },
  'make budgets and payment lists': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'check payments': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'report on direct points': { ...nobodyElse, ...officers },
  'see union funds': { ...chairToo, auditor: 'everything below', 'finance clerk': 'everything below' },
  'record what a union spends': chairToo,
  'pay out': { ...nobodyElse, ...noOfficers, 'finance clerk': 'everything below' },
  'see commissioners': chairToo,
  'look after commissioners': { ...nobodyElse, ...officers },
  'handle reports of people': { ...nobodyElse, ...officers, 'street officer': 'no' },
  'see votes by phone': {
    ...nobodyElse,
    ...officers,
    'union chair': 'own unit',
    'union officer': 'own unit',
    scrutineer: 'own unit',
  },
  'allow votes by phone': { ...nobodyElse, ...officers },
  'hold votes by phone': {
    ...nobodyElse,
    ...noOfficers,
    'union chair': 'own unit',
    'union officer': 'own unit',
  },
  'keep the key of votes by phone': {
    ...nobodyElse,
    ...noOfficers,
    'union chair': 'own unit',
    'union officer': 'own unit',
    scrutineer: 'own unit',
  },
  'see honours': unionToo,
  'confer honours': { ...nobodyElse, ...officers },
  'see venues': { ...unionToo, auditor: 'everything below' },
  'keep venues': chairToo,
  'inspect venues': { ...nobodyElse, ...officers },
  'book venues': unionToo,
  'see to booked times': {
    ...nobodyElse,
    'city officer': 'own unit',
    'district officer': 'own unit',
    'street officer': 'own unit',
    'officer of another tenant': 'own unit',
    'union chair': 'own unit',
    'union officer': 'own unit',
  },
  'see organisations': { ...unionToo, auditor: 'everything below', 'finance clerk': 'everything below' },
  'change organisations': { ...nobodyElse, ...officers },
  'import the register': { ...nobodyElse, ...officers },
  'see members': unionToo,
  'change members': unionToo,
  'reveal hidden data': chairToo,
  'import a roster': unionToo,
  'export a roster': chairToo,
  'see waiting tasks': unionToo,
  'ask for figures': { ...unionToo, auditor: 'everything below', 'finance clerk': 'everything below' },
  'open figures to their rows': unionToo,
  'seal figures as a report': chairToo,
  'read the audit log': onlyFor('audit administrator'),
  'check the audit log': onlyFor('audit administrator'),
  'see how messages fare': onlyFor('system administrator'),
  'hand out activation slips': unionToo,
  'invite officers': { ...nobodyElse, ...officers, 'security administrator': 'whole tenant' },
  'run the system': onlyFor('system administrator'),
  'ask why one can or cannot': everybody('only what is their own'),
  'follow one job': everybody('only what is their own'),
  'see appointments': { ...appointers, 'union chair': 'everything below' },
  'decide on appointments': appointers,
  'pass powers on': chairToo,
  'take one’s own delegation back': {
    ...everybody('only what is their own'),
    'security administrator': 'whole tenant',
  },
  'see all delegations': onlyFor('security administrator'),
  'ask why another can or cannot': onlyFor('security administrator'),
}

/** What may leave its holder's hands. Everything else stays with the post: appointing, accounts, privacy, and all of the administrators'. */
const passedOn: readonly OfficeFunction[] = [
  'see organisations',
  'change organisations',
  'import the register',
  'see members',
  'change members',
  'reveal hidden data',
  'import a roster',
  'export a roster',
  'see waiting tasks',
  'decide on requests',
  'ask for figures',
  'open figures to their rows',
]

/** What the token of the test world names, of all that its chair may do. */
const namedInToken: readonly OfficeFunction[] = ['see organisations', 'see members', 'change members']

/** What needs only a session and yet is answered to a program. */
const answeredToPrograms: readonly OfficeFunction[] = ['ask why one can or cannot', 'follow one job']

function standIns(is: OfficeFunction): Record<StandIn, Reach> {
  const reach = byPost[is]
  const ended = reach['officer whose appointment ended']
  const given = passedOn.includes(is) ? reach['street officer'] : ended
  return {
    'city officer whose appointment ended': ended,
    'chair whose appointment ended': ended,
    'security administrator whose appointment ended': ended,
    'judge with powers of the street passed on': given,
    'judge whose delegation is over': ended,
    'judge whose giver’s appointment ended': ended,
    'judge whose delegation was taken back': ended,
    'acting chair': reach['union chair'],
    'acting chair of a chair who left': ended,
    'acting chair after the absence': ended,
    'program of the chair': program(is),
    'program whose token was revoked': reach.nobody,
    'program whose owner’s appointment ended': reach.nobody,
  }
}

function program(is: OfficeFunction): Reach {
  const reach = byPost[is]
  if (namedInToken.includes(is)) return reach['union chair']
  const open = reach.nobody !== 'must sign in' || answeredToPrograms.includes(is)
  return open ? 'only what is their own' : 'no'
}

/** Who has each function, and how far: by post, and for everybody who works in another's place. */
export const policy = Object.fromEntries(
  (Object.keys(byPost) as OfficeFunction[]).map((is) => [is, { ...byPost[is], ...standIns(is) }]),
) as Record<OfficeFunction, Record<Asker, Reach>>
