declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** The writing end of `COPY … FROM STDIN`. */
  export type CopyStreamQuery = Writable & Submittable & { rowCount: number }
  /** The reading end of `COPY … TO STDOUT`. */
  export type CopyToStreamQuery = Readable & Submittable & { rowCount: number }

  export function from(sql: string): CopyStreamQuery
  export function to(sql: string): CopyToStreamQuery
}
