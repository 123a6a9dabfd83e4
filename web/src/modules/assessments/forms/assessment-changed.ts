/** What has to be read anew after something was done to an assessment. */
export const assessmentChanged = [
  'getAssessment',
  'listAssessedPersons',
  'getAssessmentPeriod',
  'listAssessmentPeriods',
] as const
