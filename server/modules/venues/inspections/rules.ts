import type { FieldError } from '#contract/errors.ts'
import type { Standard } from './standard.ts'

/** A finding as it was entered. */
export interface EnteredFinding {
  item: string
  isMet: boolean
  pictureId?: string | null
  validUntil?: string | null
}

/**
 * All that is wrong with an inspection: an item the standard does not know or that stands twice, one that is met without a picture, evidence that
 * holds no longer than the day it was made, days to come or in the wrong order. An inspection may look at some items only.
 */
export function inspectionFaults(
  entered: { inspectedOn: string; revisitOn: string | null; findings: readonly EnteredFinding[] },
  known: { standard: Standard; openedOn: string; today: string },
): FieldError[] {
  const faults: FieldError[] = []
  if (entered.inspectedOn > known.today) faults.push({ path: 'inspectedOn', code: 'venues.day_to_come' })
  if (entered.inspectedOn < known.openedOn)
    faults.push({ path: 'inspectedOn', code: 'venues.before_opening' })
  if (entered.revisitOn !== null && entered.revisitOn <= entered.inspectedOn)
    faults.push({ path: 'revisitOn', code: 'venues.revisit_before_inspection' })
  const codes = new Set(known.standard.items.map(({ code }) => code))
  const seen = new Set<string>()
  entered.findings.forEach((finding, index) => {
    const at = `findings.${index}`
    if (!codes.has(finding.item)) faults.push({ path: `${at}.item`, code: 'venues.item_unknown' })
    if (seen.has(finding.item)) faults.push({ path: `${at}.item`, code: 'venues.item_twice' })
    seen.add(finding.item)
    if (!finding.isMet) return
    if (finding.pictureId == null) faults.push({ path: `${at}.pictureId`, code: 'venues.picture_missing' })
    if (finding.validUntil == null) faults.push({ path: `${at}.validUntil`, code: 'venues.validity_missing' })
    else if (finding.validUntil <= entered.inspectedOn)
      faults.push({ path: `${at}.validUntil`, code: 'venues.validity_over' })
  })
  return faults
}
