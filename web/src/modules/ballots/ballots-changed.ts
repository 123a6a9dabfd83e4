/** What is read anew after a step of an election. */
export const ballotsChanged = [
  'listBallots',
  'getBallot',
  'getBallotRoll',
  'getBallotResult',
  'getPaperEntry',
] as const
