export { commitImport } from './commands/commit-import.ts'
export { createImport } from './commands/create-import.ts'
export { reportOf } from './queries/report.ts'
export { findImport } from './store.ts'
