/** What a stage of `npm test` found: how much was right, and a text for each thing that was not. */
export interface StageResult {
  passed: number
  failures: string[]
}

/** One stage of `npm test`. */
export interface Stage {
  name: string
  run(): Promise<StageResult>
}
