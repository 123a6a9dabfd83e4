import type { RosterValues } from './judged-row.ts'
import type { OrganisationValues } from './organisation-row.ts'

/** The fields of an accepted roster row in the report. */
export function reportedRoster(values: RosterValues) {
  const {
    full_name,
    id_number,
    mobile,
    sex,
    birth_date,
    ethnic_group,
    political_affiliation,
    education_level,
  } = values
  const { employer_name, employer_uscc, union_name, join_date } = values
  return {
    full_name,
    id_number,
    mobile,
    sex,
    birth_date,
    ethnic_group,
    political_affiliation,
    education_level,
    employer_name,
    employer_uscc,
    union_name,
    join_date,
  }
}

/** The fields of an accepted organisation row in the report. */
export function reportedOrganisation(values: OrganisationValues) {
  const {
    two_new_kind: _kind,
    employer_nature: _nature,
    remark: _remark,
    plain: _plain,
    ...reported
  } = values
  return reported
}
