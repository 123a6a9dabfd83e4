import type { FieldError } from '#contract/errors.ts'
import { misfits } from '#server/platform/http/field-errors.ts'
import type { EventKind } from '#server/platform/event-kind.ts'
import { invalid } from '#server/platform/errors.ts'

/** The kinds of events the programmes declare. */
export interface EventKinds {
  /** The kind, of an event that is there. Throws for a name nobody declares: its programme was taken out of the product. */
  kindOf(name: string): EventKind
  /** The kind an officer names; an unknown one is a wrong field. */
  namedKind(name: string): EventKind
}

/** Makes them findable by name. */
export function eventKinds(declared: readonly EventKind[]): EventKinds {
  const byName = new Map(declared.map((kind) => [kind.kind, kind]))
  return {
    kindOf: (name) => {
      const kind = byName.get(name)
      if (kind === undefined) throw new Error(`no module declares events of the kind ${name}`)
      return kind
    },
    namedKind: (name) => byName.get(name) ?? invalid([{ path: 'kind', code: 'events.kind_unknown' }]),
  }
}

/** What is wrong with the part of a draft that belongs to its kind; paths begin with `options`. */
export function optionProblems(
  { options }: EventKind,
  draft: { startsAt: string; endsAt: string; options?: Record<string, unknown> },
): FieldError[] {
  if (options === undefined)
    return draft.options === undefined ? [] : [{ path: 'options', code: 'field.unknown' }]
  const wrong = misfits(options.schema, draft.options ?? {}, 'options')
  if (wrong.length > 0) return wrong
  const times = { startsAt: new Date(draft.startsAt), endsAt: new Date(draft.endsAt) }
  return options
    .problems(draft.options as never, times)
    .map((problem) => ({ ...problem, path: `options.${problem.path}` }))
}
