import type { EmploymentRecord, MemberFile, MembershipRecord } from '#contract/people-records.ts'

interface Dated {
  startsOn: string
  endsBefore: string | null
  supersededAt: string | null
}

/** Whether a record is what is believed now and holds on a day. */
export function holdsOn(record: Dated, day: string): boolean {
  return (
    record.supersededAt === null &&
    record.startsOn <= day &&
    (record.endsBefore === null || record.endsBefore > day)
  )
}

/** The membership of a day. */
export function membershipOn(file: MemberFile, day: string): MembershipRecord | undefined {
  return file.memberships.find((record) => holdsOn(record, day))
}

/** Where somebody works on a day; several employments may hold. */
export function employmentsOn(file: MemberFile, day: string): EmploymentRecord[] {
  return file.employments.filter((record) => holdsOn(record, day))
}

/** The organisation by which an officer reaches this file: the union of today, else the employer, else the last union. */
export function placeOfFile(file: MemberFile, day: string): string | undefined {
  const latest = file.memberships.find((record) => record.supersededAt === null)
  return membershipOn(file, day)?.unionId ?? employmentsOn(file, day)[0]?.employerId ?? latest?.unionId
}
