import type { AppModule } from '#server/platform/module.ts'
import { socialKind } from './social-kind.ts'

export const matchmaking: AppModule = { name: 'matchmaking', routes: [], eventKinds: [socialKind] }
