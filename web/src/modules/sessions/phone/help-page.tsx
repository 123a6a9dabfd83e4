import { questionsFor } from '../help.ts'

/** Answers to what workers ask most. */
export default function HelpPage() {
  return (
    <div className="card-list">
      {questionsFor('worker').map(({ question, answer }) => (
        <details key={question} className="question">
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </div>
  )
}
