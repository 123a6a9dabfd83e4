/** What a stage of `npm test` found: how much was right, and a text for each thing that was not. */
export interface StageResult {
  passed: number
  failures: string[]
  /** The files that took longest: what to look at when the suite grows. */
  slowest?: { file: string; seconds: number }[]
}

/** One stage of `npm test`. */
export interface Stage {
  name: string
  run(): Promise<StageResult>
}
