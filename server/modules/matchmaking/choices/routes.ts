import { operations } from '#contract/matchmaking-choices.ts'
import { route, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { closeChoices } from './commands/close-choices.ts'
import { recordChoices } from './commands/record-choices.ts'
import { choiceCounts } from './queries/choice-counts.ts'
import { ownChoices } from './queries/own-choices.ts'

export const choiceRoutes: readonly Route[] = [
  route('getOwnChoices', operations.getOwnChoices, 'own.read', ownChoices),
  withoutKeptAnswer(route('recordChoices', operations.recordChoices, 'own.write', recordChoices)),
  route('getChoiceCounts', operations.getChoiceCounts, 'events.run', choiceCounts),
  route('closeChoices', operations.closeChoices, 'events.run', closeChoices),
]
