/**
 * The policy in words, written by hand and apart from the code it judges: which function an operation is, and who has that function how far.
 * The matrix test turns every cell into requests. An operation that is not here fails the build.
 */

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

/** How far a function goes for a role. */
export type Reach =
  'everything below' | 'own unit' | 'whole tenant' | 'only what is their own' | 'no' | 'must sign in'

/** What a request does, in the words of the office. */
export type OfficeFunction =
  | 'sign in and out'
  | 'know who one is'
  | 'keep one’s own sign-in'
  | 'manage accounts'
  | 'follow one’s own jobs'
  | 'see organisations'
  | 'change organisations'
  | 'import the register'
  | 'see members'
  | 'change members'
  | 'reveal hidden data'
  | 'import a roster'
  | 'export a roster'
  | 'see waiting tasks'
  | 'ask for figures'
  | 'open figures to their rows'
  | 'read the audit log'
  | 'check the audit log'
  | 'see how messages fare'
  | 'see one’s own file'
  | 'send in files'
  | 'ask for what is one’s own'
  | 'find a union by name'
  | 'run the system'
  | 'mend one’s own data'
  | 'decide on requests'
  | 'look after privacy'

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

const chairToo = { ...nobodyElse, ...officers, 'union chair': 'everything below' } as const
const unionToo = { ...chairToo, 'union officer': 'own unit' } as const
const onlyFor = (role: Role): Record<Role, Reach> => ({
  ...nobodyElse,
  'city officer': 'no',
  'district officer': 'no',
  'street officer': 'no',
  'officer of another tenant': 'no',
  [role]: 'whole tenant',
})
const everybody = (reach: Reach): Record<Role, Reach> => ({
  ...(Object.fromEntries(
    [...Object.keys(nobodyElse), ...Object.keys(officers)].map((role) => [role, reach]),
  ) as Record<Role, Reach>),
  nobody: 'must sign in',
})

/** Who has each function, and how far. */
export const policy: Record<OfficeFunction, Record<Role, Reach>> = {
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
  'look after privacy': { ...nobodyElse, ...officers, 'street officer': 'no' },
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
  'read the audit log': onlyFor('audit administrator'),
  'check the audit log': onlyFor('audit administrator'),
  'see how messages fare': onlyFor('system administrator'),
  'run the system': onlyFor('system administrator'),
}
