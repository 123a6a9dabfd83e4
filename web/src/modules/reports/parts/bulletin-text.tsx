import '../bulletin.css'
import { useId, useState, type ReactNode } from 'react'
import type { BulletinBlock, PublicFigure } from '#contract/reports-bulletins.ts'
import { formatFigure } from '../../../kit/format.ts'
import { language } from '../../../i18n/language.ts'
import { unitWords } from '../../measures/words.ts'
import { t } from '../bulletin-texts.ts'
import { figureDefinition, figureName, periodWords } from '../words.ts'

interface BulletinTextProps<F extends PublicFigure> {
  blocks: readonly BulletinBlock[]
  figures: readonly F[]
  /** What leads from a figure to its rows, for those who may open them. */
  proof?: (figure: F) => ReactNode
}

/** A bulletin to read: each figure in it opens what it counts, for which days and of whom. */
export function BulletinText<F extends PublicFigure>({ blocks, figures, proof }: BulletinTextProps<F>) {
  return (
    <article className="bulletin">
      {blocks.map((block, at) => (
        <Block key={at} block={block} figures={figures} proof={proof} />
      ))}
    </article>
  )
}

interface BlockProps<F extends PublicFigure> {
  block: BulletinBlock
  figures: readonly F[]
  proof: ((figure: F) => ReactNode) | undefined
}

function Block<F extends PublicFigure>({ block, figures, proof }: BlockProps<F>) {
  const [open, setOpen] = useState<number | null>(null)
  const panelId = useId()
  const shown = open === null ? undefined : figures[open]
  const press = (figure: number) => setOpen(open === figure ? null : figure)
  const words = block.parts.map(({ text, figure }, at) =>
    figure === null ? (
      <span key={at}>{text}</span>
    ) : (
      <button
        key={at}
        type="button"
        className="bulletin-figure"
        aria-expanded={open === figure}
        aria-controls={panelId}
        title={t('openFigure', { name: figureName(figures[figure]!) })}
        onClick={() => press(figure)}
      >
        {text}
      </button>
    ),
  )
  const table = block.kind === 'table' ? block.parts[0]!.figure : null
  return (
    <>
      {block.kind === 'title' && <h1>{words}</h1>}
      {block.kind === 'subtitle' && <p className="bulletin-subtitle">{words}</p>}
      {block.kind === 'heading' && <h2>{words}</h2>}
      {block.kind === 'paragraph' && <p>{words}</p>}
      {table !== null && (
        <FigureTable
          figure={figures[table]!}
          open={open === table}
          panelId={panelId}
          onPress={() => press(table)}
        />
      )}
      <div id={panelId} className="bulletin-panel-place">
        {shown && <FigurePanel figure={shown} proof={proof?.(shown)} onClose={() => setOpen(null)} />}
      </div>
    </>
  )
}

/** What a figure counts, for which days, of whom. */
function FigurePanel({
  figure,
  proof,
  onClose,
}: {
  figure: PublicFigure
  proof: ReactNode
  onClose: () => void
}) {
  return (
    <aside className="bulletin-panel" aria-label={figureName(figure)}>
      <p className="bulletin-panel-head">
        <strong>{figureName(figure)}</strong>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      <dl>
        <dt>{t('value')}</dt>
        <dd>
          {valueWords(figure, figure.value)} {figure.value !== null && unitWords(figure.unit)}
        </dd>
        <dt>{t('what')}</dt>
        <dd>{figureDefinition(figure)}</dd>
        <dt>{t('period')}</dt>
        <dd>{periodWords(figure)}</dd>
        <dt>{t('whose')}</dt>
        <dd>{figure.organisationName}</dd>
      </dl>
      {isHidden(figure) && <p className="bulletin-note">{t('hiddenHint')}</p>}
      {proof}
    </aside>
  )
}

function FigureTable({
  figure,
  open,
  panelId,
  onPress,
}: {
  figure: PublicFigure
  open: boolean
  panelId: string
  onPress: () => void
}) {
  const zh = language() === 'zh'
  const words = (value: number | null) => valueWords(figure, value)
  return (
    <table className="bulletin-table">
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">
            <button
              type="button"
              className="bulletin-figure"
              aria-expanded={open}
              aria-controls={panelId}
              onClick={onPress}
            >
              {figureName(figure)}
            </button>
          </th>
        </tr>
      </thead>
      <tbody>
        {toldGroups(figure).map(({ labelZh, labelEn, value }) => (
          <tr key={labelZh}>
            <th scope="row">{zh ? labelZh : labelEn}</th>
            <td>{words(value)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td>{words(figure.value)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function valueWords({ rounded, unit }: PublicFigure, value: number | null): string {
  if (value === null) return t('hidden')
  const told = formatFigure(value, unit)
  return rounded ? t('atLeast', { value: told }) : told
}

// Whoever has nothing to show is not listed.
function toldGroups({ groups }: PublicFigure) {
  return (groups ?? []).filter(({ value }) => value !== 0)
}

function isHidden({ value, groups }: PublicFigure): boolean {
  return value === null || (groups ?? []).some((group) => group.value === null)
}
