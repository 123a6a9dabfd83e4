export { elections } from './election.ts'
export { loadDemoElections } from './demo/elections.ts'
export { fillUrn } from './demo/phone-votes.ts'
export { checkAllUrns } from './board/check-urns.ts'
