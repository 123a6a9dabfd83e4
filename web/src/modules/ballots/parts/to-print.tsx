import { Link } from '@tanstack/react-router'
import { ballotDocumentKinds, type BallotDocumentKind } from '#contract/ballot-documents.ts'
import type { Ballot } from '#contract/ballots-shapes.ts'
import { t } from '../texts.ts'
import { documentName } from '../words.ts'

/** The papers of an election, to print or take as .docx; of those that do not stand yet it says when they will. */
export function ToPrint({ ballot }: { ballot: Ballot }) {
  return (
    <section className="panel">
      <h2 className="section-title">{t('toPrint')}</h2>
      <ul className="ballot-papers">
        {ballotDocumentKinds.map((document) => {
          const why = notYet(ballot, document)
          return (
            <li key={document}>
              {why === null ? (
                <Link to={`/ballots/${ballot.id}/documents/${document}` as never} search={{} as never}>
                  {documentName(document)}
                </Link>
              ) : (
                <>
                  {documentName(document)} <span className="quiet">{why}</span>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function notYet({ roll, notice, round, steps }: Ballot, document: BallotDocumentKind): string | null {
  const isClosed = round !== null && (round.closedAt !== null || round.roundNo > 1)
  switch (document) {
    case 'roll':
      return roll === null ? t('afterRoll') : null
    case 'notice':
    case 'paper':
      return notice === null ? t('afterNotice') : null
    case 'report':
      return isClosed ? null : t('afterVote')
    case 'reply':
      return steps.some(({ step }) => step === 'approved') ? null : t('afterReply')
  }
}
