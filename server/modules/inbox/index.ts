export { createTask, endTask, type NewTask } from './store.ts'
