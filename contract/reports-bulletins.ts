import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** How a bulletin stands: written, waiting for the second officer, out for everybody, or taken back again. */
export const bulletinStates = ['draft', 'in_review', 'released', 'withdrawn'] as const
export const BulletinState = Type.Enum([...bulletinStates])
export type BulletinState = (typeof bulletinStates)[number]

/** Part of a measure’s figure, in both languages; null is kept back because so few people are behind it. */
const FigureGroup = Type.Object({
  labelZh: Type.String(),
  labelEn: Type.String(),
  value: Nullable(Type.Integer()),
})

const figureFields = {
  measure: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  unit: Type.String(),
  definitionZh: Type.String(),
  definitionEn: Type.String(),
  organisationName: Type.String(),
  /** The day it holds, and for what happened also from and to which day (null: from the first, up to the day). */
  asOf: DateOnly,
  from: Nullable(DateOnly),
  to: Nullable(DateOnly),
  counts: Type.Enum(['stock', 'flow']),
  by: Nullable(Type.String()),
  value: Nullable(Type.Integer({ description: 'null: too small to be told' })),
  /** Told to somebody who sees counts only: rounded down. */
  rounded: Type.Boolean(),
  groups: Nullable(Type.Array(FigureGroup)),
}

/** A figure as the public reads it: definition, period and total, never rows. */
export const PublicFigure = Type.Object(figureFields)
export type PublicFigure = Static<typeof PublicFigure>

/** A figure with its whole question, so that it links to its proof. */
export const BulletinFigure = Type.Object({ ...figureFields, organisationId: Id })
export type BulletinFigure = Static<typeof BulletinFigure>

/** A piece of a line: words, and where they are a figure, which one. */
const BulletinPart = Type.Object({
  text: Type.String(),
  figure: Nullable(Type.Integer({ description: 'place in the list of figures' })),
})
export type BulletinPart = Static<typeof BulletinPart>

/** One line of a bulletin, or a table of one figure by its parts. */
export const BulletinBlock = Type.Object({
  kind: Type.Enum(['title', 'subtitle', 'heading', 'paragraph', 'table']),
  parts: Type.Array(BulletinPart),
})
export type BulletinBlock = Static<typeof BulletinBlock>

const bothLanguages = { zh: Type.Array(BulletinBlock), en: Type.Array(BulletinBlock) }

/** What a bulletin says, in both languages over the same figures. */
export const BulletinContent = Type.Object({
  organisationName: Type.String(),
  asOf: DateOnly,
  figures: Type.Array(BulletinFigure),
  ...bothLanguages,
})
export type BulletinContent = Static<typeof BulletinContent>

/** A text to begin with, with figures in it that are asked for when it is read. */
export const BulletinTemplate = Type.Object({
  key: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  textZh: Type.String(),
  textEn: Type.String(),
})
export type BulletinTemplate = Static<typeof BulletinTemplate>

/** A bulletin in the list. */
export const BulletinRow = Type.Object({
  id: Id,
  state: BulletinState,
  titleZh: Type.String(),
  titleEn: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  asOf: DateOnly,
  changedAt: Instant,
  releasedAt: Nullable(Instant),
})
export type BulletinRow = Static<typeof BulletinRow>

/** A bulletin with its text, what it says, and what the asker may do with it. */
export const Bulletin = Type.Object({
  ...BulletinRow.properties,
  version: Type.Integer(),
  /** The day the author chose; null: the day it is submitted. */
  chosenDay: Nullable(DateOnly),
  textZh: Type.String(),
  textEn: Type.String(),
  content: BulletinContent,
  /** When the values were fixed; null: they are asked for anew at every look. */
  fixedAt: Nullable(Instant),
  /** The page everybody can read, below this server’s address; null before the release. */
  publicPath: Nullable(Type.String()),
  sealId: Nullable(Id),
  withdrawal: Nullable(Type.Object({ reason: Type.String(), withdrawnAt: Instant })),
  acts: Type.Array(
    Type.Object({ act: Type.String(), personName: Type.String(), reason: Type.String(), actedAt: Instant }),
  ),
  can: Type.Object({
    edit: Type.Boolean(),
    submit: Type.Boolean(),
    review: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
  /** The request the second officer decides; null where none waits. */
  requestId: Nullable(Id),
})
export type Bulletin = Static<typeof Bulletin>

/** A released bulletin as everybody reads it. One that was withdrawn keeps its title and its reason, and says nothing more. */
export const PublicBulletin = Type.Object({
  id: Id,
  federation: Type.Object({ code: Type.String(), name: Type.String(), demo: Type.Boolean() }),
  titleZh: Type.String(),
  titleEn: Type.String(),
  organisationName: Type.String(),
  asOf: DateOnly,
  releasedAt: Instant,
  withdrawal: Nullable(Type.Object({ reason: Type.String(), withdrawnAt: Instant })),
  figures: Type.Array(PublicFigure),
  ...bothLanguages,
})
export type PublicBulletin = Static<typeof PublicBulletin>

const Text = Type.String({ minLength: 1, maxLength: 20_000 })
const Language = Type.Enum(['zh', 'en'])
const one = Type.Object({ bulletinId: Id })

export const operations = {
  listBulletinTemplates: operation({
    method: 'GET',
    path: '/bulletin-templates',
    summary: 'Texts to begin a bulletin with',
    output: Type.Object({ items: Type.Array(BulletinTemplate) }),
  }),
  renderBulletin: operation({
    method: 'POST',
    path: '/bulletins/render',
    summary:
      'What a template says now: its words with every figure asked for within the asker’s scope. Nothing is kept.',
    body: Type.Object({
      template: Type.Optional(Type.String({ maxLength: 60, description: 'a key of listBulletinTemplates' })),
      textZh: Type.Optional(Text),
      textEn: Type.Optional(Text),
      organisationId: Type.Optional(Id),
      asOf: Type.Optional(DateOnly),
    }),
    output: BulletinContent,
  }),
  listBulletins: operation({
    method: 'GET',
    path: '/bulletins',
    summary: 'Bulletins within one’s scope; drafts only for those who write or release them',
    query: Type.Object({ state: Type.Optional(BulletinState), ...PageQuery }),
    output: PageOf(BulletinRow),
  }),
  createBulletin: operation({
    method: 'POST',
    path: '/bulletins',
    summary: 'Begin a bulletin from a template, or from the text of an earlier one',
    body: Type.Object({
      template: Type.Optional(Type.String({ maxLength: 60 })),
      copyOf: Type.Optional(Id),
      organisationId: Type.Optional(Id),
    }),
    output: Bulletin,
    status: 201,
  }),
  getBulletin: operation({
    method: 'GET',
    path: '/bulletins/:bulletinId',
    summary: 'One bulletin: a draft with today’s figures, any other with the values it was submitted with',
    params: one,
    output: Bulletin,
  }),
  updateBulletin: operation({
    method: 'PUT',
    path: '/bulletins/:bulletinId',
    summary: 'Write a draft anew; `version` is the one that was read',
    params: one,
    body: Type.Object({
      version: Type.Integer({ minimum: 1 }),
      textZh: Text,
      textEn: Text,
      asOf: Nullable(DateOnly),
    }),
    output: Bulletin,
  }),
  submitBulletin: operation({
    method: 'POST',
    path: '/bulletins/:bulletinId/submission',
    summary: 'Fix the values and ask a second officer to release it',
    params: one,
    body: Nothing,
    output: Bulletin,
  }),
  withdrawBulletin: operation({
    method: 'POST',
    path: '/bulletins/:bulletinId/withdrawal',
    summary: 'Take a released bulletin back, with a reason everybody can read',
    params: one,
    body: Type.Object({ reason: Type.String({ minLength: 4, maxLength: 300 }) }),
    output: Bulletin,
  }),
  downloadBulletin: operation({
    method: 'GET',
    path: '/bulletins/:bulletinId/document',
    summary: 'A bulletin as .docx, with a code that opens its proof',
    params: one,
    query: Type.Object({
      language: Type.Optional(Language),
      origin: Type.Optional(
        Type.String({
          maxLength: 200,
          pattern: '^https?://[^/?#\\s]+$',
          description:
            'where the code in the document leads, on a server that was not told its public address',
        }),
      ),
    }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  getPublicBulletin: operation({
    method: 'GET',
    path: '/public/federations/:federationCode/bulletins/:publicId',
    summary: 'A released bulletin, for everybody: its figures as released, with definition and period',
    params: Type.Object({ federationCode: Type.String({ maxLength: 60 }), publicId: Id }),
    output: PublicBulletin,
  }),
}
