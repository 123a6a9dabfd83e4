export { loadDemoElections } from './demo/elections.ts'
