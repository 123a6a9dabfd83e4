/** A failure whose message is a whole sentence for the operator: the command line prints it without a stack and ends with code 1. */
export class PlainSentence extends Error {
  override name = 'PlainSentence'
}
