import { Page } from '../../../kit/page.tsx'
import { texts } from '../../../i18n/texts.ts'
import { questionsFor } from '../help.ts'

const t = texts({
  help: { zh: '帮助', en: 'Help' },
  note: {
    zh: '常见问题。没有找到答案，请联系上级工会的管理员。',
    en: 'Common questions. If yours is not here, ask the administrator of the union above you.',
  },
})

/** Answers to what officers ask most. */
export default function HelpPage() {
  return (
    <Page title={t('help')} note={t('note')}>
      <div className="narrow help">
        {questionsFor('officer').map(({ question, answer }) => (
          <details key={question}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </div>
    </Page>
  )
}
