import { operations } from '#contract/inbox.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { endInboxTask } from './commands/end-task.ts'
import { listInboxTasks } from './queries/tasks.ts'

export const inbox: AppModule = {
  name: 'inbox',
  routes: [
    route('listInboxTasks', operations.listInboxTasks, 'inbox.read', listInboxTasks),
    route('endInboxTask', operations.endInboxTask, 'inbox.read', endInboxTask),
  ],
}
