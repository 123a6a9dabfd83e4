/** What a step throws to name the part that did not come out. */
export class PartFailed extends Error {
  readonly part: string

  constructor(part: string, message: string) {
    super(message)
    this.part = part
  }
}
