export { createTask, endTask, type NewTask } from './store.ts'
export { createTasks, endTasksAbout, openTasksAbout, overtakeTasks } from './create-tasks.ts'
