import type { Output } from '../../../kit/call.ts'
import { formatMoney } from '../../../kit/format.ts'
import { b } from '../benefit-texts.ts'
import { word } from '../words.ts'

/** The ceilings that hold here today, folded away: what each category may be, in goods or money, and by which rule. */
export function CeilingTable({ terms }: { terms: Output<'getCeilings'> }) {
  return (
    <details className="panel funds-ceilings">
      <summary>{b('ceilings')}</summary>
      <ul>
        {terms.categories.map((category) => (
          <li key={category}>
            <strong>{word('benefit', category)}</strong>{' '}
            {terms.ceilings
              .filter((row) => row.category === category)
              .map((row) =>
                [
                  row.occasion === undefined ? '' : word('occasion', row.occasion),
                  b('limitLine', { per: word('per', row.per), limit: formatMoney(row.limitFen) }),
                ].join(' '),
              )
              .join(' · ')}
            <span className="quiet"> {terms.inMoney.includes(category) ? b('money') : b('goods')}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{b('source', { source: terms.sources.join('；') })}</p>
    </details>
  )
}
