import type { DemoCommissioners } from './shapes-commissioners.ts'
import type { DemoMatchmaking } from './shapes-events.ts'

/**
 * What a demo tenant consists of: plain records that a loader copies into the database. Organisations, persons and appointments are
 * numbered 1, 2, 3 … inside one demo; the loader gives them their ids. Dates are `YYYY-MM-DD`, instants ISO texts in UTC.
 * `endsBefore` is the first day a thing no longer holds, null while it is open. Every person and company is invented.
 */

export type OrganisationNumber = number
export type PersonNumber = number
export type AppointmentNumber = number

export type DemoScale = 'full' | 'small'

export type OrganisationKind =
  | 'federation'
  | 'industrial_union'
  | 'street_federation'
  | 'union_association'
  | 'basic_union'
  | 'employer'
  | 'party_body'
  | 'department'
  | 'health_centre'
  | 'station'
  | 'other'

/** From when to when a fact holds, and from when to when it was believed; a corrected row keeps `supersededAt`. */
export interface Dated {
  startsOn: string
  endsBefore: string | null
  recordedAt: string
  supersededAt: string | null
}

export interface DemoOrganisation {
  number: OrganisationNumber
  kind: OrganisationKind
  /** The name today; for a closed organisation its last one. */
  name: string
  /** All names in order of time, the present one last; more than one means it was renamed. */
  names: DemoName[]
  uscc: string | null
  /** Permanent statistical code, unchanged over years and renames. */
  statCode: string
  /** GB/T 2260 code of the district. */
  divisionCode: string
  /** The street or town the organisation lies in, as the number of its street federation; null above the streets. */
  street: OrganisationNumber | null
  /** Its plain name, such as 庄桥街道. */
  streetName: string | null
  /** First day of its life. */
  startsOn: string
  /** First day it no longer exists; null while it does. */
  endsBefore: string | null
  union: DemoUnion | null
  employer: DemoEmployer | null
}

export interface DemoName extends Dated {
  name: string
}

/** What only a basic union has. Its committee's term runs from the assembly that elected it. */
export interface DemoUnion {
  type: 'single' | 'joint' | 'organiser_only'
  termYears: 3 | 5
  electedOn: string
  termEndsBefore: string
  approvalDocument: string
}

/** What only an employer has; every employer of these registers is a two-new organisation. */
export interface DemoEmployer {
  twoNew: 'new_economic' | 'new_social'
  industryCode: string
  natureCode: string
  directPoint: 'district' | 'street' | null
  /** Yearly work fund of a direct point, 30,000-50,000 yuan (Workers' Daily page); null for others. */
  annualBudgetFen: number | null
  /** The venue's six haves 六有: place, equipment, signs, Party flag, books, rules; null where there is no venue. */
  sixHaves: boolean[] | null
  contactMobile: string | null
}

export interface DemoAffiliation extends Dated {
  child: OrganisationNumber
  parent: OrganisationNumber
  kind: 'leads' | 'guides' | 'territory' | 'party' | 'health'
  documentNumber: string | null
}

export interface DemoCoverage extends Dated {
  union: OrganisationNumber
  employer: OrganisationNumber
}

/** Workers as the organisation reported them for one day. Women and migrants are parts of the workers. */
export interface DemoHeadcount {
  organisation: OrganisationNumber
  asOf: string
  workers: number
  women: number
  migrants: number
  source: 'quarterly_report' | 'annual_return'
  recordedAt: string
  supersededAt: string | null
}

export interface DemoSuccession {
  predecessor: OrganisationNumber
  successor: OrganisationNumber
  on: string
  kind: 'merge' | 'split'
}

/** A decision about an organisation with its document: what the organisation's page tells as its story. */
export interface DemoOperation {
  kind: 'rename' | 'move' | 'merge' | 'split' | 'close'
  organisation: OrganisationNumber
  /** The other organisation: new parent of a move, successor of a merge, offspring of a split. */
  other: OrganisationNumber | null
  on: string
  documentNumber: string
  recordedAt: string
}

export interface DemoPerson {
  number: PersonNumber
  name: string
  sex: 'female' | 'male'
  birthDate: string
  citizenNumber: string
  mobile: string
  ethnicGroup: string
  politicalAffiliation: string
  educationLevel: string
  householdType: string
  isMigrantWorker: boolean
  serviceCardNumber: string | null
  employments: DemoEmployment[]
  memberships: DemoMembership[]
}

/** Either an employer or a platform, never both. */
export interface DemoEmployment extends Dated {
  employer: OrganisationNumber | null
  platform: string | null
  form: 'contract' | 'dispatch' | 'flexible' | 'platform'
  job: string
  unionGroup: string | null
}

export interface DemoMembership extends Dated {
  union: OrganisationNumber
  kind: 'member' | 'retained'
  /** Why it ended; null while it is open. */
  endReason: 'transferred' | 'retired' | 'withdrawn' | 'union_closed' | null
}

export type DemoPost =
  | 'city_officer'
  | 'federation_officer'
  | 'street_officer'
  | 'union_chair'
  | 'union_vice_chair'
  | 'union_organiser'
  | 'commissioner'
  | 'audit_committee_member'
  | 'finance_clerk'
  | 'matchmaker'
  | 'system_administrator'
  | 'security_administrator'
  | 'audit_administrator'

/** Versions of one appointment share its number: a chair who left early has a superseded row with the whole term. */
export interface DemoAppointment extends Dated {
  number: AppointmentNumber
  person: PersonNumber
  post: DemoPost
  organisation: OrganisationNumber
  basis: 'election' | 'document'
  documentNumber: string
  postBasis: 'full_time' | 'part_time'
}

export type DemoRole =
  | 'city'
  | 'district'
  | 'street'
  | 'union'
  | 'worker'
  | 'worker2'
  | 'matchmaker'
  | 'system'
  | 'security'
  | 'audit'
  | 'auditor'
  | 'finance'
  | 'district2'

/** Who may log in as `role@tenant`. The loader makes the password. The first appointment is the one in use after signing in. */
export interface DemoAccount {
  role: DemoRole
  login: string
  person: PersonNumber
  appointments: AppointmentNumber[]
}

export interface DemoTotals {
  twoNewOrganisations: number
  workers: number
  members: number
  persons: number
  /** The date of the latest headcounts. */
  figuresOn: string
}

/** Everything of one demo tenant. Lists of organisations are small; people come one by one, in order of their numbers. */
export interface DemoTenant {
  code: string
  name: string
  scale: DemoScale
  totals: DemoTotals
  organisations: readonly DemoOrganisation[]
  affiliations: readonly DemoAffiliation[]
  coverages: readonly DemoCoverage[]
  headcounts: readonly DemoHeadcount[]
  successions: readonly DemoSuccession[]
  operations: readonly DemoOperation[]
  appointments: readonly DemoAppointment[]
  accounts: readonly DemoAccount[]
  /** How many unions keep a venue, with inspections and meetings. */
  venues: number
  /** How many commissioners and chairs are trained and assessed. */
  assessed: number
  /** The union around which elections are told, or null. */
  electing: OrganisationNumber | null
  /** Events and matchmaking, where the tenant has them. */
  matchmaking: DemoMatchmaking | null
  /** The talent pool of commissioners, where the tenant has one. */
  commissioners: DemoCommissioners | null
  /** Makes the people anew at every call, the same ones each time. */
  people(): Generator<DemoPerson, void, undefined>
}
