import type { OrganisationNumber, PersonNumber } from './shapes.ts'

/** An entry of the talent pool; recommended by a street's federation, shared with the others where the person signed a paper. */
export interface DemoTalent {
  person: PersonNumber
  organisation: OrganisationNumber
  skills: readonly string[]
  trainedHours: number
  training: string | null
  availableFrom: string
  fullTime: boolean
  wishedStreets: readonly OrganisationNumber[]
  enteredOn: string
  recordedAt: string
  sharedBy: string | null
}

/** What a tenant has of the commissioners’ programme besides their appointments. */
export interface DemoCommissioners {
  talents: readonly DemoTalent[]
}
