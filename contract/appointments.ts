import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** What an appointment rests on. `substitution` is made by `appointSubstitute` only. */
export const appointmentBases = ['election', 'document', 'register', 'substitution'] as const

/** Why an appointment ended. `mistake` is for what should never have been entered. */
export const endReasons = [
  'term_over',
  'resigned',
  'transferred',
  'dismissed',
  'retired',
  'deceased',
  'mistake',
] as const

const DocumentNo = Type.String({ minLength: 1, maxLength: 100 })

/** One appointment as it is recorded now. `can` says what the asker may do with it. */
export const Appointment = Type.Object({
  id: Id,
  person: Type.Object({ id: Id, name: Type.String() }),
  post: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  fullTime: Type.Boolean(),
  basis: Type.Enum([...appointmentBases]),
  documentNo: Nullable(Type.String()),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  endReason: Nullable(Type.String()),
  substitutesFor: Nullable(Type.Object({ id: Id, name: Type.String() })),
  hasAccount: Type.Boolean(),
  can: Type.Object({ end: Type.Boolean(), substitute: Type.Boolean(), handOver: Type.Boolean() }),
})
export type Appointment = Static<typeof Appointment>

/** One recorded version: what was believed of the appointment between two instants. */
export const AppointmentVersion = Type.Object({
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  basis: Type.String(),
  documentNo: Nullable(Type.String()),
  endReason: Nullable(Type.String()),
  endDocumentNo: Nullable(Type.String()),
  recordedAt: Instant,
  supersededAt: Nullable(Instant),
  recordedBy: Nullable(Type.Object({ post: Type.String(), organisationName: Type.String() })),
})

/** Powers passed on, as the appointments at both ends see them. `state`: planned, running or ended. */
export const Delegation = Type.Object({
  id: Id,
  giver: Type.Object({
    appointmentId: Id,
    name: Type.String(),
    post: Type.String(),
    organisationName: Type.String(),
  }),
  receiver: Type.Object({
    appointmentId: Id,
    name: Type.String(),
    post: Type.String(),
    organisationName: Type.String(),
  }),
  organisationId: Id,
  organisationName: Type.String(),
  reach: Type.Enum(['unit', 'subtree']),
  permissions: Type.Array(Type.String()),
  reason: Type.String(),
  documentNo: Nullable(Type.String()),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  state: Type.Enum(['planned', 'running', 'ended']),
  canEnd: Type.Boolean(),
})
export type Delegation = Static<typeof Delegation>

/** What becomes of one kind of things under way: how many there are, and how many the successor can go on with. */
export const HandOverItem = Type.Object({
  kind: Type.Enum(['tasks', 'imports', 'approvals', 'delegations', 'tokens', 'substitutes']),
  count: Type.Integer(),
  comesAlong: Type.Integer({ description: 'of tokens and substitutes none: they stop' }),
})
export type HandOverItem = Static<typeof HandOverItem>

const PostOfPerson = Type.Object({
  appointmentId: Id,
  name: Type.String(),
  post: Type.String(),
  organisationName: Type.String(),
})

/** Work that went from one appointment to another. */
export const HandOver = Type.Object({
  id: Id,
  from: PostOfPerson,
  to: PostOfPerson,
  documentNo: Nullable(Type.String()),
  recordedAt: Instant,
  undone: Type.Boolean(),
  canUndo: Type.Boolean(),
})
export type HandOver = Static<typeof HandOver>

/** An appointment with its whole record. */
export const AppointmentFile = Type.Object({
  ...Appointment.properties,
  versions: Type.Array(AppointmentVersion),
  substitutes: Type.Array(
    Type.Object({ id: Id, name: Type.String(), startsOn: DateOnly, endsBefore: Nullable(DateOnly) }),
  ),
  delegations: Type.Array(Delegation),
  handOvers: Type.Array(HandOver),
  annulled: Type.Boolean(),
})
export type AppointmentFile = Static<typeof AppointmentFile>

/** Who holds which post: listing, appointing, ending, standing in. */
export const operations = {
  listAppointments: operation({
    method: 'GET',
    path: '/appointments',
    summary: 'Who holds which post within reach, by the end of the term',
    query: Type.Object({
      organisationId: Type.Optional(Id),
      includeSubtree: Type.Optional(Type.Boolean()),
      post: Type.Optional(Type.String({ maxLength: 60 })),
      q: Type.Optional(Type.String({ maxLength: 60, description: 'part of the holder’s name' })),
      state: Type.Optional(Type.Enum(['current', 'planned', 'ended'])),
      endingWithin: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660, description: 'days' })),
      basis: Type.Optional(Type.Enum([...appointmentBases])),
      ...PageQuery,
    }),
    output: PageOf(Appointment),
  }),
  getAppointment: operation({
    method: 'GET',
    path: '/appointments/:appointmentId',
    summary: 'One appointment with every version of its record, its substitutes and delegations',
    params: Type.Object({ appointmentId: Id }),
    output: AppointmentFile,
  }),
  listAppointablePosts: operation({
    method: 'GET',
    path: '/appointable-posts',
    summary: 'The posts the appointment in use may give, and at which kinds of organisation',
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          post: Type.String(),
          kinds: Nullable(Type.Array(Type.String())),
          document: Type.String(),
        }),
      ),
    }),
  }),
  listAppointmentCandidates: operation({
    method: 'GET',
    path: '/appointment-candidates',
    summary: 'Persons who hold a post or an account within reach, by a part of the name',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          personId: Id,
          name: Type.String(),
          post: Nullable(Type.String()),
          organisationName: Nullable(Type.String()),
        }),
      ),
    }),
  }),
  createAppointment: operation({
    method: 'POST',
    path: '/appointments',
    summary: 'Record that a person holds a post from a day on',
    body: Type.Object({
      personId: Id,
      post: Type.String({ maxLength: 60 }),
      organisationId: Id,
      fullTime: Type.Boolean(),
      basis: Type.Enum(['election', 'document']),
      documentNo: DocumentNo,
      startsOn: DateOnly,
      endsBefore: Type.Optional(DateOnly),
    }),
    output: Type.Object({ appointmentId: Id }),
    status: 201,
  }),
  endAppointment: operation({
    method: 'POST',
    path: '/appointments/:appointmentId/ending',
    summary: 'Record that an appointment ends; one that began no earlier than that never held',
    params: Type.Object({ appointmentId: Id }),
    body: Type.Object({
      endsBefore: DateOnly,
      reason: Type.Enum([...endReasons]),
      documentNo: Type.Optional(DocumentNo),
    }),
    output: Type.Object({ appointmentId: Id, annulled: Type.Boolean() }),
  }),
  appointSubstitute: operation({
    method: 'POST',
    path: '/appointments/:appointmentId/substitutes',
    summary: 'Let another person work as this post during an absence',
    params: Type.Object({ appointmentId: Id }),
    body: Type.Object({ personId: Id, documentNo: DocumentNo, startsOn: DateOnly, endsBefore: DateOnly }),
    output: Type.Object({ appointmentId: Id }),
    status: 201,
  }),
  previewHandOver: operation({
    method: 'GET',
    path: '/appointments/:appointmentId/hand-over',
    summary: 'What would go to a successor, and what would stop',
    params: Type.Object({ appointmentId: Id }),
    query: Type.Object({ toAppointmentId: Id }),
    output: Type.Object({ items: Type.Array(HandOverItem) }),
  }),
  handOver: operation({
    method: 'POST',
    path: '/appointments/:appointmentId/hand-over',
    summary: 'Hand everything an appointment has under way over to a successor',
    params: Type.Object({ appointmentId: Id }),
    body: Type.Object({ toAppointmentId: Id, documentNo: Type.Optional(DocumentNo) }),
    output: Type.Object({ handOverId: Id, items: Type.Array(HandOverItem) }),
    status: 201,
  }),
  undoHandOver: operation({
    method: 'POST',
    path: '/hand-overs/:handOverId/undoing',
    summary: 'Take a hand-over back while its window is open',
    params: Type.Object({ handOverId: Id }),
    output: Nothing,
  }),
}
