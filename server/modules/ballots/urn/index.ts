export { boardOf, checkUrn, findReceipt, type UrnFault } from './board.ts'
export { castVote, surrenderVote } from './commands/cast-vote.ts'
export { closeAndMix, emptyUrn, openBallots, setUpUrn, voidUrn } from './commands/open-ballots.ts'
export { allUrns, findUrn, isCancellationCode, openedBallots } from './store.ts'
