export { createTask, endTask, type NewTask } from './store.ts'
export { createTasks, overtakeTasks } from './create-tasks.ts'
