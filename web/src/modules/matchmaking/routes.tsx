import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'
import { socialKind } from './social/kind.ts'

/** Matchmaking: attestations, the desk, matchmakers, reports. */
export const matchmakingConsole: ConsoleModule = {
  eventKinds: [socialKind],
  routes: [],
  nav: [],
}

/** Taking part in matchmaking. */
export const matchmakingPhone: PhoneModule = {
  routes: [],
  entries: [],
}
