import type { FieldError } from '#contract/errors.ts'
import type { HonourTitle } from '#contract/honours.ts'

/** All that is wrong with an honour as it was entered: an unknown title, a holder of the wrong kind, days to come or in the wrong order. */
export function honourFaults(
  entered: {
    title: string
    holderPersonId?: string | null
    holderOrganisationId?: string | null
    grantedOn: string
    expiresOn?: string | null
  },
  known: { titles: readonly HonourTitle[]; today: string },
): FieldError[] {
  const faults: FieldError[] = []
  const title = known.titles.find(({ code }) => code === entered.title)
  if (title === undefined) faults.push({ path: 'title', code: 'honours.title_unknown' })
  const [person, organisation] = [entered.holderPersonId ?? null, entered.holderOrganisationId ?? null]
  const field = title?.holder === 'organisation' ? 'holderOrganisationId' : 'holderPersonId'
  if ((person === null) === (organisation === null)) faults.push({ path: field, code: 'honours.one_holder' })
  else if (title !== undefined && (person !== null) !== (title.holder === 'person'))
    faults.push({ path: field, code: 'honours.wrong_holder' })
  if (entered.grantedOn > known.today) faults.push({ path: 'grantedOn', code: 'honours.day_to_come' })
  if (entered.expiresOn != null && entered.expiresOn <= entered.grantedOn)
    faults.push({ path: 'expiresOn', code: 'honours.expires_before' })
  return faults
}

/** The first day on which the same title may be conferred again. */
export function nextDayOf(grantedOn: string, months: number): string {
  const [year, month, day] = grantedOn.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** A name as a stranger with a certificate is shown it: of a person the family name and a star for each other character, of an organisation all. */
export function holderShown(name: string, isPerson: boolean): string {
  const [first = '', ...rest] = [...name]
  return isPerson ? first + '*'.repeat(rest.length) : name
}
