export { heldBy } from './queries/held-by.ts'
