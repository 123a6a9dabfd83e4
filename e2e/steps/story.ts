import type { Page } from 'playwright-core'
import type { Office } from './office.ts'

/** What one stage of the story leaves to the next. */
export interface Story {
  office: Office
  /** The phones of the members who vote by phone, at 390 px; the first of them is later the phone of the elected. */
  phones: Page[]
  /** Addresses of the two elections. */
  committee: string
  chairElection: string
  shares: string[]
  code: string
  /** Who wins the run-off, becomes chair and commissioner. */
  name: string
  eventId: string
  badgeNo: number
  assessmentId: string
  /** The list of the month, and its lines as the bank has them. */
  list: string
  bankList: string[][]
}

/** A stage: what happens, and the doing of it. */
export type Stage = readonly [title: string, run: (story: Story) => Promise<void>]

// An organisation of the demo whose committee's term is over and which has no chair: 42 members.
export const organisation = '宁波市江北区翀鄞岫社会工作服务中心'
export const union = `${organisation}工会委员会`

/** A story that has not begun. */
export function newStory(office: Office, phones: Page[]): Story {
  const nothing = { committee: '', chairElection: '', shares: [], code: '', name: '' }
  return { office, phones, ...nothing, eventId: '', badgeNo: 0, assessmentId: '', list: '', bankList: [] }
}

/** The id in the address of an election. */
export function idIn(address: string): string {
  return /[0-9a-f-]{36}/.exec(address)![0]
}
