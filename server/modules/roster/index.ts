export { reportForFile, type ReportPlan } from './report-for-file.ts'
export { judgeRosterWorkbook, amendRow, type RosterSummary } from './rules/roster-workbook.ts'
export { judgeOrganisationsWorkbook, type OrganisationsSummary } from './rules/organisations-workbook.ts'
export { buildRegister, type RegisterEntry } from './rules/register.ts'
