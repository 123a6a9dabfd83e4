import type { FieldError } from '#contract/errors.ts'
import type {
  BulletinBlock,
  BulletinContent,
  BulletinFigure,
  BulletinPart,
} from '#contract/reports-bulletins.ts'
import { measureQueries } from '#server/modules/measures/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { daysOf, type Days } from './periods.ts'
import { organisationNameOn } from './queries/names.ts'
import {
  readTemplate,
  type FigureAsk,
  type TemplateBlock,
  type TemplateFault,
  type TemplatePart,
} from './template.ts'
import { dayWords, figureWords, labelWords, type Language } from './words.ts'

/** A text to be filled, whose, and of which day. */
export interface ToRender {
  textZh: string
  textEn: string
  organisationId: string
  asOf: string
}

/** Fills texts with figures. `check` only says what is wrong with a text. */
export interface Renderer {
  /** Every figure is asked as the actor would ask it: their scope, their protections. @throws AppError 'common.invalid' for a wrong text. */
  render: (tx: Tx, actor: Actor, asked: ToRender) => Promise<BulletinContent>
  /** The title in both languages. @throws AppError 'common.invalid' with each wrong placeholder and its line. */
  titlesOf: (tx: Tx, asked: ToRender) => Promise<{ titleZh: string; titleEn: string }>
}

/** The renderer over a catalogue of measures. */
export function rendererOf(definitions: readonly MeasureDefinition[]): Renderer {
  const { queryMeasure } = measureQueries(definitions)
  const byName = new Map(definitions.map((each) => [each.name, each]))
  return {
    render: async (tx, actor, asked) => {
      const { zh, en, questions } = compile(byName, asked)
      const organisationName = await organisationNameOn(tx, asked.organisationId, asked.asOf)
      const figures: BulletinFigure[] = []
      // One after the other: a transaction is one connection.
      for (const question of questions.values()) {
        const answer = await queryMeasure(tx, actor, inputOf(question, asked, actor.today))
        figures.push(figureOf(question, { asked, organisationName, answer }))
      }
      const places = new Map([...questions.keys()].map((key, at) => [key, at]))
      const blocksIn = (language: Language, blocks: readonly TemplateBlock[]) =>
        blocks.map((block) => filled(block, { language, organisationName, day: asked.asOf, figures, places }))
      return {
        organisationName,
        asOf: asked.asOf,
        figures,
        zh: blocksIn('zh', zh),
        en: blocksIn('en', en),
      }
    },
    titlesOf: async (tx, asked) => {
      const { zh, en } = compile(byName, asked)
      const organisationName = await organisationNameOn(tx, asked.organisationId, asked.asOf)
      const title = (language: Language, [block]: readonly TemplateBlock[]) =>
        filled(block!, { language, organisationName, day: asked.asOf, figures: [], places: new Map() })
          .parts.map(({ text }) => text)
          .join('')
      return { titleZh: title('zh', zh), titleEn: title('en', en) }
    },
  }
}

/** A figure of a text, with the days it stands for and the measure it is of. */
interface Asked extends FigureAsk {
  definition: MeasureDefinition
  days: Days
}

interface Compiled {
  zh: TemplateBlock[]
  en: TemplateBlock[]
  questions: Map<string, Asked>
}

/** Reads both texts; the same question in both is asked once. */
function compile(byName: ReadonlyMap<string, MeasureDefinition>, asked: ToRender): Compiled {
  const questions = new Map<string, Asked>()
  const fields: FieldError[] = []
  const read = (path: 'textZh' | 'textEn') => {
    const { blocks, faults } = readTemplate(asked[path])
    const all = [
      ...faults,
      ...blocks.flatMap((block) => faultsIn(block, { byName, day: asked.asOf, questions })),
    ]
    fields.push(
      ...all.map(
        ({ line, code, params }) => ({ path, code, params: { line, ...params } }) satisfies FieldError,
      ),
    )
    return blocks
  }
  const compiled = { zh: read('textZh'), en: read('textEn'), questions }
  if (fields.length > 0) invalid(fields)
  return compiled
}

function faultsIn(
  { line, parts }: TemplateBlock,
  {
    byName,
    day,
    questions,
  }: { byName: ReadonlyMap<string, MeasureDefinition>; day: string; questions: Map<string, Asked> },
): TemplateFault[] {
  return parts.flatMap((part): TemplateFault[] => {
    if (!('measure' in part)) return []
    const { measure, period, by } = part
    const definition = byName.get(measure)
    if (definition === undefined) return [{ line, code: 'reports.unknown_measure', params: { measure } }]
    if (by !== null && !definition.breakdowns.includes(by))
      return [{ line, code: 'reports.unknown_breakdown', params: { measure, by } }]
    const days = daysOf(period, definition.counts, day)
    if (days === null) {
      const code = definition.counts === 'stock' ? 'reports.needs_a_day' : 'reports.wrong_period'
      return [{ line, code, params: { measure, period } }]
    }
    questions.set(keyOf(part), { ...part, definition, days })
    return []
  })
}

const keyOf = ({ measure, period, by }: FigureAsk) => `${measure}|${period}|${by ?? ''}`

// The bulletin's own day is left out where it is today: "today" is what everybody may ask.
function inputOf({ definition, days, by }: Asked, { organisationId, asOf }: ToRender, today: string) {
  const day = 'asOf' in days ? days.asOf : asOf
  return {
    measure: definition.name,
    organisationId,
    ...(day === today ? {} : { asOf: day }),
    ...('asOf' in days || days.from === null ? {} : { from: days.from }),
    ...('asOf' in days || days.to === null ? {} : { to: days.to }),
    ...(by === null ? {} : { by }),
  }
}

interface Answered {
  asked: ToRender
  organisationName: string
  answer: { total: number | null; rounded: boolean; groups?: { label: string; value: number | null }[] }
}

function figureOf(
  { definition, days, by }: Asked,
  { asked, organisationName, answer }: Answered,
): BulletinFigure {
  const { name, zh, en, unit, definitionZh, definitionEn, counts } = definition
  return {
    measure: name,
    zh,
    en,
    unit,
    definitionZh,
    definitionEn,
    organisationId: asked.organisationId,
    organisationName,
    counts,
    asOf: 'asOf' in days ? days.asOf : asked.asOf,
    from: 'asOf' in days ? null : days.from,
    to: 'asOf' in days ? null : days.to,
    by,
    value: answer.total,
    rounded: answer.rounded,
    groups:
      answer.groups?.map(({ label, value }) => ({
        labelZh: labelWords(label, 'zh'),
        labelEn: labelWords(label, 'en'),
        value,
      })) ?? null,
  }
}

interface Filling {
  language: Language
  organisationName: string
  day: string
  figures: readonly BulletinFigure[]
  places: ReadonlyMap<string, number>
}

function filled({ kind, parts }: TemplateBlock, filling: Filling): BulletinBlock {
  return { kind, parts: parts.map((part) => filledPart(part, filling)) }
}

function filledPart(
  part: TemplatePart,
  { language, organisationName, day, figures, places }: Filling,
): BulletinPart {
  if ('text' in part) return { text: part.text, figure: null }
  if ('measure' in part) {
    const at = places.get(keyOf(part))!
    return { text: figureWords(figures[at]!, language), figure: at }
  }
  if (part.word === 'year') return { text: String(Number(day.slice(0, 4)) - part.before), figure: null }
  return { text: part.word === 'date' ? dayWords(day, language) : organisationName, figure: null }
}

/** The same content with other values in its figures: words follow the values. */
export function withFigures(content: BulletinContent, figures: BulletinFigure[]): BulletinContent {
  const again = (language: Language) =>
    content[language].map(({ kind, parts }) => ({
      kind,
      parts: parts.map(({ text, figure }) => ({
        text: figure === null ? text : figureWords(figures[figure]!, language),
        figure,
      })),
    }))
  return { ...content, figures, zh: again('zh'), en: again('en') }
}
