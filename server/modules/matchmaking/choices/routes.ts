import { operations } from '#contract/matchmaking-choices.ts'
import { route, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { operations as paper } from '#contract/matchmaking-paper.ts'
import { closeChoices } from './commands/close-choices.ts'
import { keyPaperCard, openPaperCard, settlePaperCard } from './commands/key-paper-card.ts'
import { recordChoices } from './commands/record-choices.ts'
import { choiceCounts } from './queries/choice-counts.ts'
import { listPaperCards } from './queries/paper-cards.ts'
import { ownChoices } from './queries/own-choices.ts'

export const choiceRoutes: readonly Route[] = [
  route('getOwnChoices', operations.getOwnChoices, 'own.read', ownChoices),
  withoutKeptAnswer(route('recordChoices', operations.recordChoices, 'own.write', recordChoices)),
  route('getChoiceCounts', operations.getChoiceCounts, 'events.run', choiceCounts),
  route('closeChoices', operations.closeChoices, 'events.run', closeChoices),
  route('listPaperCards', paper.listPaperCards, 'matchmaking.key_choices', listPaperCards),
  withoutKeptAnswer(route('keyPaperCard', paper.keyPaperCard, 'matchmaking.key_choices', keyPaperCard)),
  withoutKeptAnswer(route('openPaperCard', paper.openPaperCard, 'matchmaking.key_choices', openPaperCard)),
  withoutKeptAnswer(
    route('settlePaperCard', paper.settlePaperCard, 'matchmaking.key_choices', settlePaperCard),
  ),
]
