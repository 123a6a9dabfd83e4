/** A bulletin’s text while it is being written; no day means the day it is submitted. */
export interface Written {
  textZh: string
  textEn: string
  asOf: string | null
}
