/** What a check of the architecture did: how many things it looked at, and a sentence for each that is wrong. */
export interface CheckResult {
  looked: number
  findings: string[]
}

/** Every file `tools/check/NAME.check.ts` exports one as `check`; `npm test` finds it there. */
export type Check = () => CheckResult | Promise<CheckResult>
