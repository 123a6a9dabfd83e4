import { ruleWords } from '../rule-words.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

interface RuleListProps {
  title: string
  rules: readonly { key: string; value: string; source: string }[]
}

/** The rules something was decided by, each as applied and with its source. */
export function RuleList({ title, rules }: RuleListProps) {
  return (
    <section className="panel funds-step" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule.key}>
            {t('labelled', { label: word('rule', rule.key), words: ruleWords(rule.key, rule.value) })}
            <span className="quiet"> · {rule.source}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
