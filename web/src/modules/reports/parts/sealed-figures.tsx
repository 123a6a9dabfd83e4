import type { SealedFigure, SealedReport } from '#contract/reports-seals.ts'
import { Link } from '@tanstack/react-router'
import { formatFigure, formatNumber } from '../../../kit/format.ts'
import { unitWords } from '../../measures/words.ts'
import { t } from '../seal-texts.ts'
import { figureDays, figureDefinition, figureName } from '../seal-words.ts'

/** The figures of a sealed report as they were, each opening to its rows. */
export function SealedFigures({ report }: { report: SealedReport }) {
  return (
    <table className="sealed-table sealed-figures">
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('question')}</th>
          <th scope="col" className="sealed-value">
            {t('value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.figures.map((figure) => (
          <FigureLine key={figure.number} reportId={report.id} figure={figure} />
        ))}
      </tbody>
    </table>
  )
}

function FigureLine({ reportId, figure }: { reportId: string; figure: SealedFigure }) {
  return (
    <tr>
      <th scope="row">
        {figure.number}. {figureName(figure)}
        <span className="sealed-definition">{figureDefinition(figure)}</span>
      </th>
      <td>
        {figure.organisationName}
        <small>{figureDays(figure)}</small>
        {figure.groups !== null && figure.groups.length > 0 && (
          <Parts groups={figure.groups} unit={figure.unit} />
        )}
      </td>
      <td className="sealed-value">
        {figure.total === null ? (
          <small>{t('notTold')}</small>
        ) : (
          <>
            <strong>{formatFigure(figure.total, figure.unit)}</strong> {unitWords(figure.unit)}
          </>
        )}
        {figure.mayOpen && (
          <small className="sealed-not-on-paper">
            <Link to={`/reports/${reportId}/figures/${figure.number}` as never}>
              {t('rows', { count: formatNumber(figure.rows ?? 0) })}
            </Link>
          </small>
        )}
      </td>
    </tr>
  )
}

interface PartsProps {
  groups: NonNullable<SealedFigure['groups']>
  unit: string
}

function Parts({ groups, unit }: PartsProps) {
  return (
    <ul className="sealed-parts" aria-label={t('parts')}>
      {groups.map((group) => (
        <li key={group.key}>
          <span>{group.label}</span>
          <span className="figures">{group.value === null ? '—' : formatFigure(group.value, unit)}</span>
        </li>
      ))}
    </ul>
  )
}
