import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'

/** Matchmaking: attestations, the desk, matchmakers, reports. */
export const matchmakingConsole: ConsoleModule = {
  routes: [],
  nav: [],
}

/** Taking part in matchmaking. */
export const matchmakingPhone: PhoneModule = {
  routes: [],
  entries: [],
}
