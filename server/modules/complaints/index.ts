export { fileComplaint } from './commands/file-complaint.ts'
