import { Button } from 'antd'
import { useState } from 'react'
import type { FollowUp } from '#contract/matchmaking-desk.ts'
import { formatDay } from '../../../kit/format.ts'
import { t } from '../desk-texts.ts'
import { answerName, followUpStateName, occasionName, stageName } from '../desk-words.ts'
import { OutcomeDialog } from '../forms/outcome-dialog.tsx'

/** Follow-ups, each with the button that notes how it goes. */
export function FollowUpLines({ followUps }: { followUps: readonly FollowUp[] }) {
  const [noted, setNoted] = useState<FollowUp>()
  return (
    <>
      <ul className="desk-lines">
        {followUps.map((one) => (
          <li key={one.id}>
            <span>
              {one.names.join(' × ')}
              <small className="quiet">
                {[stageName(one.stage), occasionName(one.occasion), one.answers.map(answerName).join('、')]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <span className={one.state === 'overdue' ? 'ends-soon figures' : 'quiet figures'}>
              {followUpStateName(one.state)} · {formatDay(one.dueOn)}
            </span>
            <Button size="small" onClick={() => setNoted(one)}>
              {t('noteOutcome')}
            </Button>
          </li>
        ))}
      </ul>
      {noted && <OutcomeDialog followUp={noted} onClose={() => setNoted(undefined)} />}
    </>
  )
}
