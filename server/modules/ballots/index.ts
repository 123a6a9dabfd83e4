export { loadDemoElections } from './demo/elections.ts'
export { checkAllUrns } from './board/check-urns.ts'
