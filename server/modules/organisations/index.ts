export { mustReachOrganisations, reachesOrganisation } from './policy.ts'
