import type { Allocation } from '#contract/funds-allocations.ts'
import { a } from '../allocation-texts.ts'
import { word } from '../words.ts'

/** Why the unions get what they get: what a worker of each class weighs, and the rule that says so. */
export function AllocationRule({ rule }: { rule: Allocation['rule'] }) {
  return (
    <section className="panel funds-step" aria-label={a('ruleTitle')}>
      <h2>{a('ruleTitle')}</h2>
      <ul>
        {rule.classes.map((each) => (
          <li key={each.class}>
            {a('ruleLine', { class: word('class', each.class), weight: weightOf(each.weight) })}
            {each.mostWorkers !== undefined && a('ruleSmall', { most: each.mostWorkers })}
          </li>
        ))}
      </ul>
      <p className="quiet">{a('source', { source: rule.source })}</p>
    </section>
  )
}

/** A weight as people write it: 100 is 1. */
export function weightOf(weight: number): string {
  return (weight / 100).toFixed(2)
}
