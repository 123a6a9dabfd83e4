import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Events: drafting, admission, the door, the rounds. */
export const eventsConsole: ConsoleModule = {
  routes: [],
  nav: [],
}

/** Events a worker can come to. */
export const eventsPhone: PhoneModule = {
  routes: [],
  entries: [],
}
