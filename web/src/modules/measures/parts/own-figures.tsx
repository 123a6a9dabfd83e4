import '../measures.css'
import { Link } from '@tanstack/react-router'
import type { Measure } from '#contract/measures.ts'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { measureName, totalWords, unitWords } from '../words.ts'

/** On the home page: the figures of the organisation one works for, each leading to its page. */
export default function OwnFigures() {
  const { actingAs } = useMe()
  const catalogue = useRead('listMeasures')
  if (!actingAs) return null
  return (
    <section className="home-figures" aria-label={t('ownFigures')}>
      <h2 className="section-title">{t('ownFigures')}</h2>
      <ul className="figure-cards">
        {catalogue.data?.items
          .filter(({ programme }) => programme === null)
          .map((measure) => (
            <li key={measure.name}>
              <OwnFigure measure={measure} />
            </li>
          ))}
      </ul>
    </section>
  )
}

function OwnFigure({ measure }: { measure: Measure }) {
  const answer = useRead('queryMeasure', { measure: measure.name })
  return (
    <Link to="/figures" search={{ measure: measure.name } as never} className="figure-card">
      <span className="figure-name">{measureName(measure)}</span>
      <span className="figure-total figures">
        {answer.data ? totalWords(answer.data.total) : '…'} <small>{unitWords(measure.unit)}</small>
      </span>
    </Link>
  )
}
